CREATE TABLE "services" (
	"id" text PRIMARY KEY NOT NULL,
	"ordinal" integer NOT NULL,
	"name" jsonb NOT NULL,
	"policy" text NOT NULL,
	"policy_url" text,
	"contact_email" text,
	"contact_address" text,
	"offered" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "service_id" text;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "policy" text;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;