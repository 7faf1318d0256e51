SET welfare.language = 'en';
SET search_path = welfare, public;

-- RC10: digits of three scripts, everything else as it is
SELECT to_thai_digits('0123456789'), to_arabic_digits('๐๑๒๓๔๕๖๗๘๙');
SELECT to_thai_digits('เลขที่ 12/3 หมู่ ๔ ซอย５'), to_arabic_digits('เลขที่ 12/3 หมู่ ๔ ซอย５');
-- the full-width digits one by one, and the neighbours of each script's digits
SELECT to_arabic_digits(U&'\FF10\FF11\FF12\FF13\FF14\FF15\FF16\FF17\FF18\FF19') AS full_width,
       to_thai_digits(U&'\FF10\FF19') AS full_width_to_thai,
       to_arabic_digits(U&'/:\0E4F\0E5A\FF0F\FF1A') = U&'/:\0E4F\0E5A\FF0F\FF1A' AS neighbours_kept,
       to_thai_digits(U&'/:\0E4F\0E5A\FF0F\FF1A') = U&'/:\0E4F\0E5A\FF0F\FF1A' AS neighbours_kept_too;
-- digits of other scripts and other number signs are no digits here
SELECT to_arabic_digits('١٢ ໑໒ ១២ ² ½ Ⅳ ①'), to_thai_digits('١٢ ໑໒ ១២ ² ½ Ⅳ ①');
SELECT to_arabic_digits('') = '' AS empty, to_thai_digits('') = '' AS empty_too,
       to_arabic_digits(NULL) IS NULL AS null_kept, to_thai_digits(NULL) IS NULL AS null_kept_too;
SELECT to_arabic_digits('😀๑') AS four_bytes,
       octet_length(to_thai_digits(repeat('1', 100000))) AS thrice,
       to_arabic_digits(to_thai_digits(repeat('13579', 100000))) = repeat('13579', 100000) AS there_and_back;

-- RC10: what looks the same becomes the same
CREATE TEMPORARY TABLE spelling (number integer, rule text, given text, wanted text);
INSERT INTO spelling VALUES
  (1, 'NIKHAHIT + SARA AA', U&'\0E17\0E4D\0E32', U&'\0E17\0E33'),
  (2, 'tone between NIKHAHIT and SARA AA', U&'\0E19\0E4D\0E49\0E32', U&'\0E19\0E49\0E33'),
  (3, 'tone before NIKHAHIT and SARA AA', U&'\0E19\0E49\0E4D\0E32', U&'\0E19\0E49\0E33'),
  (4, 'tone after SARA AM', U&'\0E19\0E33\0E49', U&'\0E19\0E49\0E33'),
  (5, 'tone before SARA AM is right', U&'\0E19\0E49\0E33', U&'\0E19\0E49\0E33'),
  (6, 'tone after composed SARA AM', U&'\0E19\0E4D\0E32\0E49', U&'\0E19\0E49\0E33'),
  (7, 'NIKHAHIT without SARA AA stays', U&'\0E1E\0E38\0E17\0E18\0E4D', U&'\0E1E\0E38\0E17\0E18\0E4D'),
  (8, 'SARA AA without NIKHAHIT stays', U&'\0E21\0E49\0E32', U&'\0E21\0E49\0E32'),
  (9, 'MAI HAN-AKAT', U&'\0E19\0E49\0E31\0E19', U&'\0E19\0E31\0E49\0E19'),
  (10, 'SARA I', U&'\0E2A\0E48\0E34\0E07', U&'\0E2A\0E34\0E48\0E07'),
  (11, 'SARA II', U&'\0E17\0E48\0E35', U&'\0E17\0E35\0E48'),
  (12, 'SARA UE', U&'\0E2B\0E19\0E48\0E36\0E07', U&'\0E2B\0E19\0E36\0E48\0E07'),
  (13, 'SARA UEE', U&'\0E0A\0E48\0E37\0E2D', U&'\0E0A\0E37\0E48\0E2D'),
  (14, 'SARA U', U&'\0E25\0E49\0E38\0E19', U&'\0E25\0E38\0E49\0E19'),
  (15, 'SARA UU', U&'\0E2D\0E22\0E48\0E39', U&'\0E2D\0E22\0E39\0E48'),
  (16, 'MAITAIKHU', U&'\0E01\0E48\0E47', U&'\0E01\0E47\0E48'),
  (17, 'each tone mark', U&'\0E01\0E48\0E34\0E01\0E49\0E34\0E01\0E4A\0E34\0E01\0E4B\0E34',
       U&'\0E01\0E34\0E48\0E01\0E34\0E49\0E01\0E34\0E4A\0E01\0E34\0E4B'),
  (18, 'THANTHAKHAT is no tone mark', U&'\0E01\0E4C\0E34', U&'\0E01\0E4C\0E34'),
  (19, 'PHINTHU is no vowel', U&'\0E01\0E48\0E3A', U&'\0E01\0E48\0E3A'),
  (20, 'SARA E twice is SARA AE', U&'\0E40\0E40\0E01', U&'\0E41\0E01'),
  (21, 'SARA E thrice', U&'\0E40\0E40\0E40\0E01', U&'\0E41\0E40\0E01'),
  (22, 'SARA E four times', U&'\0E40\0E40\0E40\0E40', U&'\0E41\0E41'),
  (23, 'SARA E, space, SARA E', U&'\0E40 \0E40', U&'\0E40 \0E40'),
  (24, 'SARA E twice around something invisible', U&'\0E40\200B\0E40\0E01', U&'\0E41\0E01'),
  (25, 'marks around something invisible', U&'\0E17\0E48\200B\0E35', U&'\0E17\0E35\0E48'),
  (26, 'NIKHAHIT and SARA AA around something invisible', U&'\0E17\0E4D\2060\0E32', U&'\0E17\0E33'),
  (27, 'NIKHAHIT, space, SARA AA', U&'\0E17\0E4D \0E32', U&'\0E17\0E4D \0E32'),
  (28, 'two marks that do not belong together', U&'\0E33\0E4D\0E48\0E32', U&'\0E48\0E33\0E33'),
  (29, 'spaces', E' \t ก\u00A0\u2003\u3000ข\r\nค ', 'ก ข ค'),
  (30, 'only spaces', E' \t\u00A0\n', ''),
  (31, 'only invisible', U&'\FEFF\200B\200D\00AD', ''),
  (32, 'spaces around something invisible', U&'\0E01 \200B \0E02', U&'\0E01 \0E02'),
  (33, 'invisible at both ends', U&'\FEFF \0E01 \200E', U&'\0E01'),
  (34, 'soft hyphen', U&'\0E01\00AD\0E02', U&'\0E01\0E02'),
  (35, 'digits as they are', '๑๒ 34 ５', '๑๒ 34 ５'),
  (36, 'other scripts as they are', 'Ångström é 😀', 'Ångström é 😀'),
  (37, 'decomposed Latin as it is', U&'e\0301', U&'e\0301'),
  (38, 'controls are no spaces', E'ก\x01ข', E'ก\x01ข'),
  (39, 'empty', '', '');
-- those that fail: none
SELECT number, rule, normalise_thai(given) AS got, wanted
  FROM spelling WHERE normalise_thai(given) IS DISTINCT FROM wanted ORDER BY number;
-- a second time changes nothing
SELECT count(*) FROM spelling WHERE normalise_thai(wanted) = wanted;
SELECT number, normalise_thai(given) FROM spelling WHERE number IN (1, 2, 9, 11, 20, 29) ORDER BY number;
SELECT normalise_thai(NULL) IS NULL AS null_kept;

-- every kind of space and of invisible character
SELECT count(*) AS spaces, bool_and(normalise_thai('ก' || chr(c) || chr(c) || 'ข') = 'ก ข') AS all_one_space
  FROM unnest(ARRAY[x'9'::int, 10, 11, 12, 13, 32, x'85'::int, x'a0'::int, x'1680'::int, x'2028'::int, x'2029'::int,
                    x'202f'::int, x'205f'::int, x'3000'::int]
              || ARRAY(SELECT generate_series(x'2000'::int, x'200a'::int))) AS c;
SELECT count(*) AS invisible, bool_and(normalise_thai('ก' || chr(c) || 'ข') = 'กข') AS all_gone
  FROM unnest(ARRAY[x'ad'::int, x'34f'::int, x'61c'::int, x'180e'::int, x'feff'::int, x'e0001'::int, x'e0100'::int]
              || ARRAY(SELECT generate_series(x'200b'::int, x'200f'::int))
              || ARRAY(SELECT generate_series(x'202a'::int, x'202e'::int))
              || ARRAY(SELECT generate_series(x'2060'::int, x'206f'::int))
              || ARRAY(SELECT generate_series(x'fe00'::int, x'fe0f'::int))) AS c;
-- every Thai character alone is left as it is
SELECT count(*) FROM generate_series(x'e01'::int, x'e5b'::int) AS c
  WHERE normalise_thai('ก' || chr(c)) = 'ก' || chr(c);

-- all strings of up to four of ten characters against the rules as regular expressions,
-- applied until nothing changes
WITH RECURSIVE string AS (
  SELECT '' AS value, 0 AS length
  UNION ALL
  SELECT value || character, length + 1
    FROM string,
         unnest(ARRAY['ก', U&'\0E34', U&'\0E38', U&'\0E48', U&'\0E49', U&'\0E4D', U&'\0E32', U&'\0E33', U&'\0E40', U&'\200B']) AS character
   WHERE length < 4
), model AS (
  SELECT value, regexp_replace(regexp_replace(value, U&'\200B', '', 'g'), 'เเ', 'แ', 'g') AS visible FROM string
), sorted AS (
  SELECT value, regexp_replace(regexp_replace(regexp_replace(visible, U&'([\0E48\0E49]+)([\0E34\0E38\0E4D]+)', '\2\1', 'g'),
                                              U&'([\0E48\0E49]+)([\0E34\0E38\0E4D]+)', '\2\1', 'g'),
                               U&'([\0E48\0E49]+)([\0E34\0E38\0E4D]+)', '\2\1', 'g') AS visible FROM model
), composed AS (
  SELECT value, regexp_replace(visible, U&'\0E4D([\0E48\0E49]*)\0E32', U&'\\1\0E33', 'g') AS visible FROM sorted
), moved AS (
  SELECT value, regexp_replace(regexp_replace(visible, U&'(\0E33+)([\0E48\0E49]+)', '\2\1', 'g'),
                               U&'(\0E33+)([\0E48\0E49]+)', '\2\1', 'g') AS visible FROM composed
)
SELECT count(*) AS strings,
       count(*) FILTER (WHERE normalise_thai(value) <> visible) AS unlike_the_model,
       count(*) FILTER (WHERE normalise_thai(normalise_thai(value)) <> normalise_thai(value)) AS not_stable,
       count(*) FILTER (WHERE normalise_thai(value) <> value) AS changed
  FROM moved;

-- the time is proportional to the length, marks in the worst order included
SELECT normalise_thai(repeat(U&'\0E48', 200000) || repeat(U&'\0E34', 200000))
       = repeat(U&'\0E34', 200000) || repeat(U&'\0E48', 200000) AS long_run;
SELECT normalise_thai(repeat(U&'\0E33', 200000) || repeat(U&'\0E48', 200000))
       = repeat(U&'\0E48', 200000) || repeat(U&'\0E33', 200000) AS long_run_too;

-- usable in an index on names, as searching needs
CREATE TEMPORARY TABLE person_name (name text);
INSERT INTO person_name VALUES (U&'\0E19\0E4D\0E49\0E32\0E1D\0E19'), (U&'\0E19\0E49\0E33\0E1D\0E19'), ('สมชาย');
-- the DETAIL qualifies the function on every major: from 17 on an index is built with a search path of its own
SET search_path = public;
CREATE UNIQUE INDEX ON person_name (welfare.normalise_thai(name));
SET search_path = welfare, public;
DELETE FROM person_name WHERE name <> normalise_thai(name);
CREATE UNIQUE INDEX person_name_key ON person_name (normalise_thai(name));
INSERT INTO person_name VALUES (U&'\0E19\0E33\0E49\0E1D\0E19');

SELECT proname, provolatile, proparallel, proisstrict FROM pg_proc
 WHERE pronamespace = 'welfare'::regnamespace AND proname IN ('to_thai_digits', 'to_arabic_digits', 'normalise_thai')
 ORDER BY proname;
