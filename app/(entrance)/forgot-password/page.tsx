import { ForgottenPasswordForm } from "#components/auth/forgotten-password-form.tsx";

export default function ForgotPasswordPage() {
  return <ForgottenPasswordForm />;
}
