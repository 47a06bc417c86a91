/** Calling codes are 1 to 3 digits; these are the ones of one and two digits, all others have three. */
const SHORT_CODES = /^(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** "+46701234567" becomes "+46 70 123 45 67": grouped for reading aloud, never changed otherwise. */
export const formatPhone = (e164: string): string => {
  if (!/^\+\d{7,15}$/.test(e164)) return e164;
  const digits = e164.slice(1);
  const code = SHORT_CODES.exec(digits)?.[0] ?? digits.slice(0, 3);
  const rest = digits.slice(code.length);
  const groups: string[] = [];
  let at = rest.length;
  while (at > 5) {
    groups.unshift(rest.slice(at - 2, at));
    at -= 2;
    if (groups.length === 2) break;
  }
  const head = rest.slice(0, at);
  return [`+${code}`, ...(head.length > 4 ? [head.slice(0, head.length - 3), head.slice(-3)] : [head]), ...groups].join(
    ' ',
  );
};
