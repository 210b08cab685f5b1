import { redirect } from "next/navigation";
import { RegisterForm } from "#components/auth/register-form.tsx";
import { RegistrationClosed } from "#components/auth/registration-closed.tsx";
import { createPageApi } from "#server/api/caller.ts";

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
