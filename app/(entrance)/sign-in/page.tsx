import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EntranceAside, EntranceHeading } from "#components/auth/entrance.tsx";
import { toLocalPath } from "#components/auth/next-path.ts";
import { SignInForm } from "#components/auth/sign-in-form.tsx";
import { TextLink } from "#components/link/link.tsx";
import { createPageApi } from "#server/api/caller.ts";

export const metadata: Metadata = { title: "Sign in" };

interface SignInPageProps {
  searchParams: Promise<{ next?: string | string[] }>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { isSetUp, isRegistrationOpen, viewer } = await createPageApi();
  const next = toLocalPath((await searchParams).next);
  if (!isSetUp) {
    redirect("/set-up");
  }
  if (viewer) {
    redirect(next);
  }
  return (
    <>
      <EntranceHeading title="Sign in">Welcome back.</EntranceHeading>
      <SignInForm next={next} />
      {isRegistrationOpen && (
        <EntranceAside>
          New here? <TextLink href="/register">Create an account</TextLink>
        </EntranceAside>
      )}
    </>
  );
}
