CREATE OR REPLACE FUNCTION queue_audit_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO public.audit_pending VALUES (NEW.id);
  RETURN NULL;
END
$$;
--> statement-breakpoint
DROP TABLE "event_pending";--> statement-breakpoint
DROP TABLE "events";
