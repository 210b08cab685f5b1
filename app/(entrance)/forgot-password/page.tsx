import type { Metadata } from "next";
import { ForgottenPasswordForm } from "#components/auth/forgotten-password-form.tsx";
import { getText } from "#components/i18n/page-text.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t("Forgot your password") };
}

export default function ForgotPasswordPage() {
  return <ForgottenPasswordForm />;
}
