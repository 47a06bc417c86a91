import { toProblem } from '../../lib/problem';

/** Seconds until the next try is let through, as a refused sign-in says. */
export const waitOf = (error: unknown): number => {
  const { waitSeconds } = toProblem(error).params;
  return typeof waitSeconds === 'number' && waitSeconds > 0 ? Math.ceil(waitSeconds) : 0;
};

const two = (value: number): string => String(value).padStart(2, '0');

/** 75 becomes "1:15", 3675 becomes "1:01:15". */
export const clock = (seconds: number): string => {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
};
