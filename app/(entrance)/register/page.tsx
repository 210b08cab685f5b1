import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { RegisterForm } from "#components/auth/register-form.tsx";
import { RegistrationClosed } from "#components/auth/registration-closed.tsx";
import { getText } from "#components/i18n/page-text.ts";
import { createPageApi } from "#server/api/caller.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t("Create an account") };
}

export default async function RegisterPage() {
  const { isSetUp, isRegistrationOpen, viewer } = await createPageApi();
  if (!isSetUp) {
    redirect("/set-up");
  }
  if (viewer) {
    redirect("/");
  }
  return isRegistrationOpen ? <RegisterForm /> : <RegistrationClosed />;
}
