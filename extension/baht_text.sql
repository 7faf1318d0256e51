
-- baht_text: amounts of money in Thai words

CREATE FUNCTION baht_text(amount numeric) RETURNS text
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_baht_text';

COMMENT ON FUNCTION baht_text(numeric) IS
  'amount of money in Thai words, rounded half away from zero to satang: 2500 is สองพันห้าร้อยบาทถ้วน';
