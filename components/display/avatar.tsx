"use client";

import { useState } from "react";
import { Initials } from "#components/display/initials.tsx";
import classes from "./initials.module.css";

interface AvatarProps {
  user: { id: string; name: string; avatarTag: string | null };
  size?: "sm" | "lg";
}

/** The picture of a user over their initials, which stay where there is none or it does not come. */
export function Avatar({ user: { id, name, avatarTag }, size }: AvatarProps) {
  const [failed, setFailed] = useState<string | null>(null);
  return (
    <span className={classes.avatar}>
      <Initials name={name} size={size} />
      {avatarTag && failed !== avatarTag && (
        // biome-ignore lint/performance/noImgElement: made small already, and only for who may see it
        <img
          className={classes.picture}
          src={`/api/v1/users/${id}/avatar?v=${avatarTag}`}
          alt=""
          loading="lazy"
          decoding="async"
          onError={() => setFailed(avatarTag)}
        />
      )}
    </span>
  );
}
