ALTER TABLE "controllers" ADD COLUMN "phone" text;--> statement-breakpoint
ALTER TABLE "controllers" ADD COLUMN "representative_name" text;--> statement-breakpoint
ALTER TABLE "controllers" ADD COLUMN "representative_address" text;--> statement-breakpoint
ALTER TABLE "controllers" ADD COLUMN "representative_email" text;