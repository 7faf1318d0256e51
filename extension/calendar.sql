
-- calendar: the Buddhist era, dates in Thai, the fiscal year

CREATE FUNCTION be_year(date) RETURNS integer
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_be_year';

CREATE FUNCTION be_date(year integer, month integer, day integer) RETURNS date
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_be_date';

CREATE FUNCTION parse_thai_date(text) RETURNS date
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_parse_thai_date';

CREATE FUNCTION format_thai_date(date, style text) RETURNS text
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_format_thai_date';

CREATE FUNCTION format_thai_date(date) RETURNS text
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_format_thai_date_long';

CREATE FUNCTION thai_month_name(month integer, style text) RETURNS text
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_thai_month_name';

CREATE FUNCTION thai_month_name(month integer) RETURNS text
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_thai_month_name_long';

CREATE FUNCTION fiscal_year(date) RETURNS integer
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_fiscal_year';

CREATE FUNCTION fiscal_year_range(fiscal_year integer) RETURNS daterange
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_fiscal_year_range';

CREATE FUNCTION fiscal_quarter(date) RETURNS integer
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_fiscal_quarter';

CREATE FUNCTION fiscal_month(date) RETURNS integer
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_fiscal_month';

CREATE FUNCTION fiscal_month_date(fiscal_year integer, fiscal_month integer) RETURNS date
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_fiscal_month_date';

COMMENT ON FUNCTION be_year(date) IS
  'Buddhist-era year of a date, by the calendar then in force';
COMMENT ON FUNCTION be_date(integer, integer, integer) IS
  'construct date from year, month and day of the Buddhist era';
COMMENT ON FUNCTION parse_thai_date(text) IS
  'convert text in Thai, slashed, eight-digit (Buddhist era) or ISO (Christian era) form to date';
COMMENT ON FUNCTION format_thai_date(date, text) IS
  'format date in Thai and the Buddhist era; styles long, long_thai, short, numeric, numeric_thai';
COMMENT ON FUNCTION format_thai_date(date) IS
  'format date in Thai and the Buddhist era, in full';
COMMENT ON FUNCTION thai_month_name(integer, text) IS
  'Thai name of a month; styles long, short';
COMMENT ON FUNCTION thai_month_name(integer) IS
  'Thai name of a month, in full';
COMMENT ON FUNCTION fiscal_year(date) IS
  'fiscal year of a date: from 1 October, named by the Buddhist-era year in which it ends';
COMMENT ON FUNCTION fiscal_year_range(integer) IS
  'days of a fiscal year; the first, 2432, begins with the calendar on 1 April 2432';
COMMENT ON FUNCTION fiscal_quarter(date) IS
  'quarter of the fiscal year, 1 to 4 from October';
COMMENT ON FUNCTION fiscal_month(date) IS
  'month of the fiscal year, 1 to 12 from October';
COMMENT ON FUNCTION fiscal_month_date(integer, integer) IS
  'first day of a month of the fiscal year, counted from October';
