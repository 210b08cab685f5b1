import classes from "./compass-rose.module.css";

const DEGREES_PER_TICK = 5;
const TICKS = Array.from(
  { length: 360 / DEGREES_PER_TICK },
  (_, index) => index * DEGREES_PER_TICK,
);
const MAIN_POINTS = [0, 90, 180, 270];
const HALF_POINTS = [45, 135, 225, 315];
const LETTERS = [
  { letter: "N", x: 200, y: 64 },
  { letter: "E", x: 340, y: 206 },
  { letter: "S", x: 200, y: 348 },
  { letter: "W", x: 60, y: 206 },
];

/** A compass card, drawn as on a chart. */
export function CompassRose() {
  return (
    <svg viewBox="0 0 400 400" className={classes.rose} aria-hidden="true">
      <circle cx="200" cy="200" r="188" className={classes.line} />
      <circle cx="200" cy="200" r="170" className={classes.faint} />
      <circle cx="200" cy="200" r="112" className={classes.faint} />
      {TICKS.map((angle) => (
        <path
          key={angle}
          d={angle % 15 === 0 ? "M200 12v18" : "M200 20v10"}
          className={angle % 15 === 0 ? classes.line : classes.faint}
          transform={`rotate(${angle} 200 200)`}
        />
      ))}
      {HALF_POINTS.map((angle) => (
        <g key={angle} transform={`rotate(${angle} 200 200)`}>
          <path d="M200 92 212 188 200 200z" className={classes.shade} />
          <path d="M200 92 188 188 200 200z" className={classes.light} />
        </g>
      ))}
      {MAIN_POINTS.map((angle) => (
        <g key={angle} transform={`rotate(${angle} 200 200)`}>
          <path d="M200 72 218 182 200 200z" className={classes.solidShade} />
          <path d="M200 72 182 182 200 200z" className={classes.solidLight} />
        </g>
      ))}
      {LETTERS.map(({ letter, x, y }) => (
        <text key={letter} x={x} y={y} className={classes.letter}>
          {letter}
        </text>
      ))}
      <circle cx="200" cy="200" r="7" className={classes.pin} />
    </svg>
  );
}
