/** Takes one place up or down; at the ends nothing happens. */
export const shifted = (ids: readonly string[], id: string, by: -1 | 1): string[] => {
  const from = ids.indexOf(id);
  const to = from + by;
  const other = ids[to];
  if (from < 0 || other === undefined) return [...ids];
  return ids.map((one, at) => (at === from ? other : at === to ? id : one));
};

export const toggled = (ids: readonly string[], id: string): string[] =>
  ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];

/** Chosen ones first in their order, then the rest as they come. */
export const inOrder = <Template extends { id: string }>(
  templates: readonly Template[],
  ids: readonly string[],
): readonly Template[] => {
  const chosen = ids.flatMap((id) => templates.find((template) => template.id === id) ?? []);
  return [...chosen, ...templates.filter(({ id }) => !ids.includes(id))];
};
