-- Sourced by suites whose rows state only what they are about: what else the form requires is filled in as it is staged.
-- Run as a superuser.
CREATE FUNCTION public.whole_form() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp
  AS $$
  BEGIN
    NEW.marital_status := coalesce(NEW.marital_status, 'single');
    NEW.telephone := coalesce(NEW.telephone, '034-000-000');
    NEW.income_band := coalesce(NEW.income_band, '1');
    NEW.occupation := coalesce(NEW.occupation, 'none');
    NEW.house_number := coalesce(NEW.house_number, '1');
    NEW.subdistrict := coalesce(NEW.subdistrict, 'ดอนยายหอม');
    NEW.district := coalesce(NEW.district, 'เมืองนครปฐม');
    NEW.province := coalesce(NEW.province, 'นครปฐม');
    NEW.postcode := coalesce(NEW.postcode, '73000');
    IF NEW.programme IN ('disability', 'ผู้พิการ') AND coalesce(NEW.facts, '{}') ~ '^[{].*[}]$'
       AND coalesce(NEW.facts, '') !~ '(seeing|hearing|physical|mental|intellectual|multiple|unspecified)_disability' THEN
      NEW.facts := regexp_replace(replace(coalesce(NEW.facts, '{}'), '{', '{unspecified_disability, '), ', *[}]$', '}');
    END IF;
    RETURN NEW;
  END
  $$;
CREATE TRIGGER whole_form BEFORE INSERT ON registry.import_row FOR EACH ROW EXECUTE FUNCTION public.whole_form();
