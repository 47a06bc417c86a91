import type { Box } from '../box.js';
import { num } from './pdf-file.js';

/** A quarter of a circle as a Bézier curve. */
const ARC = 0.5523;

/** Millimetres from the origin, y downwards. */
export function line(at: { x: number; y: number; toX: number; toY: number }, width: number): string {
  return `${num(width)} w ${num(at.x, 3)} ${num(-at.y, 3)} m ${num(at.toX, 3)} ${num(-at.toY, 3)} l S\n`;
}

export function outline(box: Box, style: { shape: 'rect' | 'round'; width: number; isFilled?: boolean }): string {
  const path = style.shape === 'rect' ? rectangle(box) : roundedBox(box, Math.min(box.width, box.height) / 2);
  return `${num(style.width)} w ${path}${style.isFilled ? 'B' : 'S'}\n`;
}

/** A filled box with round corners, in the colour given as three numbers. */
export function panel(box: Box, style: { radius: number; colour: string }): string {
  return `${style.colour} rg ${roundedBox(box, style.radius)}f 0 g\n`;
}

function rectangle({ x, y, width, height }: Box): string {
  return `${num(x, 3)} ${num(-y - height, 3)} ${num(width, 3)} ${num(height, 3)} re `;
}

function roundedBox({ x, y, width, height }: Box, radius: number): string {
  const [left, right, top, bottom] = [x, x + width, -y, -y - height];
  const bend = radius * (1 - ARC);
  const points = (...values: number[]): string => values.map((value) => num(value, 3)).join(' ');
  return (
    `${points(left + radius, top)} m ${points(right - radius, top)} l ` +
    `${points(right - bend, top, right, top - bend, right, top - radius)} c ${points(right, bottom + radius)} l ` +
    `${points(right, bottom + bend, right - bend, bottom, right - radius, bottom)} c ${points(left + radius, bottom)} l ` +
    `${points(left + bend, bottom, left, bottom + bend, left, bottom + radius)} c ${points(left, top - radius)} l ` +
    `${points(left, top - bend, left + bend, top, left + radius, top)} c h `
  );
}
