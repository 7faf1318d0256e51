-- Generators and the peer of the benchmark of national IDs.
CREATE EXTENSION welfare;
CREATE EXTENSION isn;

-- The national ID of a number from 0 to 79,999,999: office 0000, which nobody holds; no two alike, in no order.
CREATE FUNCTION national_id(number bigint) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (SELECT twelve || welfare.thai_id_check_digit(twelve)
            FROM (SELECT (1 + (number + number / 10000000) % 8)::text || '0000'
                         || lpad((number * 7654321 % 10000000)::text, 7, '0') AS twelve) AS digits);

-- The article number (GS1, prefix 885 of Thailand) of a number from 0 to 999,999,999, likewise.
CREATE FUNCTION article_number(number bigint) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (SELECT '885' || lpad(serial::text, 9, '0') ||
                 (10 - (37 + 3 * (serial / 100000000 % 10) + serial / 10000000 % 10 + 3 * (serial / 1000000 % 10)
                        + serial / 100000 % 10 + 3 * (serial / 10000 % 10) + serial / 1000 % 10
                        + 3 * (serial / 100 % 10) + serial / 10 % 10 + 3 * (serial % 10)) % 10) % 10
            FROM (SELECT number * 7654321 % 1000000000 AS serial) AS digits);

-- What a schema without a type does in a CHECK.
CREATE FUNCTION is_national_id(value text) RETURNS boolean
  LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
  AS $$
  DECLARE
    total integer := 0;
  BEGIN
    IF value !~ '^[0-9]{13}$' THEN
      RETURN false;
    END IF;
    FOR place IN 1..12 LOOP
      total := total + substr(value, place, 1)::integer * (14 - place);
    END LOOP;
    RETURN (11 - total % 11) % 10 = right(value, 1)::integer;
  END
  $$;
