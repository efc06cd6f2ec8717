-- Cells are text as delivered. These macros are the only way from such text to a value.

-- Outer blanks off, inner blanks (also no-break spaces, tabs and line ends) to one; N/A and empty are missing.
-- The regular expression is dear at millions of lines, so it runs only where there is something to collapse.
CREATE OR REPLACE MACRO collapse(t) AS trim(
    CASE WHEN contains(t, '  ') OR contains(t, chr(9)) OR contains(t, chr(10)) OR contains(t, chr(13)) OR contains(t, chr(160))
        THEN regexp_replace(t, '[\s\x{A0}]+', ' ', 'g') ELSE t END);
CREATE OR REPLACE MACRO clean_text(t) AS
    CASE WHEN upper(collapse(t)) IN ('', 'N/A') THEN NULL ELSE collapse(t) END;

-- Code page 1252 keeps dashes and quotes where Unicode has control characters; such a text was decoded as Latin-1.
CREATE OR REPLACE MACRO repair_cp1252(t) AS
    translate(t, chr(145) || chr(146) || chr(147) || chr(148) || chr(150) || chr(151), '‘’“”–—');

-- 1234.5 as a sheet stores it, or 1.234,5 as Brazil writes it. Anything else, such as 1,234.5, is no number: guessing would falsify it.
CREATE OR REPLACE MACRO number_text(t) AS
    CASE WHEN NOT contains(t, ',') THEN t
         WHEN regexp_full_match(t, '[+-]?(\d+|\d{1,3}(\.\d{3})+),\d+') THEN replace(replace(t, '.', ''), ',', '.') END;
CREATE OR REPLACE MACRO parse_quantity(t) AS TRY_CAST(number_text(clean_text(t)) AS DECIMAL(18, 4));
-- More than anybody orders, and so much that sums of it would not fit their columns: a slip of the keyboard.
CREATE OR REPLACE MACRO exceeds_quantity(t) AS coalesce(TRY_CAST(number_text(clean_text(t)) AS DECIMAL(38, 4)) > 1000000000, false);
CREATE OR REPLACE MACRO parse_money(t) AS TRY_CAST(number_text(clean_text(t)) AS DECIMAL(18, 2));
CREATE OR REPLACE MACRO parse_rate(t) AS TRY_CAST(number_text(clean_text(t)) AS DECIMAL(18, 6));

-- A serial number of the 1900 system, or a written date, with or without a time of day.
CREATE OR REPLACE MACRO parse_day(t) AS
    CASE WHEN TRY_CAST(t AS DOUBLE) BETWEEN 1 AND 2958465 THEN DATE '1899-12-30' + CAST(floor(TRY_CAST(t AS DOUBLE)) AS INTEGER)
         WHEN TRY_CAST(t AS DOUBLE) IS NULL THEN CAST(try_strptime(t, ['%d/%m/%Y', '%Y-%m-%d', '%d/%m/%Y %H:%M', '%d/%m/%Y %H:%M:%S',
             '%Y-%m-%d %H:%M:%S', '%Y-%m-%dT%H:%M:%S']) AS DATE) END;
CREATE OR REPLACE MACRO is_plausible_day(d) AS
    d >= DATE '2000-01-01' AND d <= getvariable('today') + INTERVAL 1 YEAR;

-- A company root in front, or a person's tax number behind, whole or cut off at the 50 characters of the field, is personal data.
CREATE OR REPLACE MACRO names_a_person(t) AS
    regexp_matches(t, '^\d{2}\.\d{3}\.\d{3} ') OR regexp_matches(t, '(^| )(\d{11}|\d{3}\.\d{3}\.\d{3}-\d{2})$')
    OR (length(t) >= 50 AND regexp_matches(t, ' \d{6,10}$')) OR starts_with(upper(t), 'PESSOA FISICA ');
CREATE OR REPLACE MACRO without_tax_numbers(t) AS nullif(trim(
    regexp_replace(
        regexp_replace(t, '^\d{2}\.\d{3}\.\d{3}( |$)', ''),
        CASE WHEN length(t) >= 50 THEN '[ -]*(\d{11}|\d{3}\.\d{3}\.\d{3}-\d{2}| \d{6,10})$' ELSE '[ -]*\b(\d{11}|\d{3}\.\d{3}\.\d{3}-\d{2})$' END, '')), '');

-- Points, slashes and apostrophes hold abbreviations together (S.A., S/A); all other punctuation parts words.
CREATE OR REPLACE MACRO supplier_key_of(t) AS nullif(
    regexp_replace(trim(regexp_replace(
        regexp_replace(strip_accents(upper(without_tax_numbers(t))), '[./''’`´]', '', 'g'), '[^A-Z0-9]+', ' ', 'g')),
        '( (LTDA|ME|EPP|EIRELI|SA|S A))+$', ''), '');

-- The key that stands for a person: the same for the same name, and it does not tell the name.
CREATE OR REPLACE MACRO person_key(prefix, name) AS
    prefix || '-' || upper(left(sha256(getvariable('person_key_salt') || name), 12));

-- The formulas of a part policy with their figures filled in; null if one of them is.
CREATE OR REPLACE MACRO plain_number(n) AS rtrim(rtrim(CAST(n AS VARCHAR), '0'), '.');
CREATE OR REPLACE MACRO policy_formula(z, l, sd, d, sl, stock, point) AS
    'safetyStock = z · √(L · σd² + d² · σL²) = ' || plain_number(z) || ' · √(' || plain_number(l) || ' · ' || plain_number(sd) || '² + '
    || plain_number(d) || '² · ' || plain_number(sl) || '²) = ' || plain_number(stock)
    || '; reorderPoint = d · L + safetyStock = ' || plain_number(d) || ' · ' || plain_number(l) || ' + ' || plain_number(stock)
    || ' = ' || plain_number(point);
