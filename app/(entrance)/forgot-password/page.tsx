import type { Metadata } from "next";
import { ForgottenPasswordForm } from "#components/auth/forgotten-password-form.tsx";

export const metadata: Metadata = { title: "Forgot your password" };

export default function ForgotPasswordPage() {
  return <ForgottenPasswordForm />;
}
