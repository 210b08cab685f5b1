interface LogoProps {
  sizePx?: number;
}

/** A compass card in its gimbal ring, the needle pointing true. */
export function LogoMark({ sizePx = 24 }: LogoProps) {
  return (
    <svg viewBox="0 0 32 32" width={sizePx} height={sizePx} aria-hidden="true" focusable="false">
      <circle cx="16" cy="16" r="14.5" fill="#0f6470" />
      <circle cx="16" cy="16" r="10.75" fill="none" stroke="#8ac2c7" strokeWidth="1.25" />
      <path
        d="M16 2.75v3.5M16 25.75v3.5M2.75 16h3.5M25.75 16h3.5"
        stroke="#8ac2c7"
        strokeWidth="1.5"
        strokeLinecap="round"
      />
      <path d="m20.6 8.6-2.2 8.5-4.8-2.2z" fill="#ffffff" />
      <path d="m11.4 23.4 2.2-8.5 4.8 2.2z" fill="#57a6ae" />
      <circle cx="16" cy="16" r="1.35" fill="#083f48" />
    </svg>
  );
}
