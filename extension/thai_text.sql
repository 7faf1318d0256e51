/* Thai text: digits and one spelling */

CREATE FUNCTION to_thai_digits(value text) RETURNS text
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_to_thai_digits';
COMMENT ON FUNCTION to_thai_digits(text) IS
  'write the digits of a text in Thai script; ASCII and full-width digits are taken';

CREATE FUNCTION to_arabic_digits(value text) RETURNS text
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_to_arabic_digits';
COMMENT ON FUNCTION to_arabic_digits(text) IS
  'write the digits of a text in ASCII; Thai and full-width digits are taken';

CREATE FUNCTION normalise_thai(value text) RETURNS text
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_normalise_thai';
COMMENT ON FUNCTION normalise_thai(text) IS
  'bring Thai text to one spelling: order of vowels and tone marks, SARA AM and SARA AE in one piece, no invisible characters, single spaces';
