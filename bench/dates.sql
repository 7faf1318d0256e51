-- The peer in PL/pgSQL of the benchmark of dates.
CREATE EXTENSION welfare;

-- What a schema without the extension writes.
CREATE FUNCTION plain_thai_date(day date) RETURNS text
  LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
  AS $$
  DECLARE
    months CONSTANT text[] := ARRAY['มกราคม', 'กุมภาพันธ์', 'มีนาคม', 'เมษายน', 'พฤษภาคม', 'มิถุนายน',
      'กรกฎาคม', 'สิงหาคม', 'กันยายน', 'ตุลาคม', 'พฤศจิกายน', 'ธันวาคม'];
  BEGIN
    RETURN extract(day FROM day)::integer || ' ' || months[extract(month FROM day)::integer] || ' '
      || (extract(year FROM day)::integer + 543);
  END
  $$;
