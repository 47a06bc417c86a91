/** Pictures of case templates: the d of one path on a ground of 24 by 24, to be stroked. */
export const TEMPLATE_ICON_PATHS = {
  problem: 'M12 9v4m0 4h.01M10.3 3.9 2.4 17.6A2 2 0 0 0 4.1 20.6h15.8a2 2 0 0 0 1.7-3L13.7 3.9a2 2 0 0 0-3.4 0Z',
  robot: 'M5 9h14v11H5zM12 9V5m0 0h.01M9 14h.01M15 14h.01M2 13v3m20-3v3',
  motion: 'M4 12h12m-5-5 5 5-5 5M20 5v14',
  battery: 'M3 8h15v8H3zm15 3h3v2h-3M7 11v2',
  noise: 'M4 10v4h4l5 4V6l-5 4zm13-1a4 4 0 0 1 0 6m2.5-8.5a8 8 0 0 1 0 11',
  leak: 'M12 3c4 5 6 8 6 11a6 6 0 0 1-12 0c0-3 2-6 6-11Z',
  display: 'M3 5h18v12H3zm6 16h6m-3-4v4',
  network: 'M8.5 15.5a5 5 0 0 1 7 0M5 12a10 10 0 0 1 14 0M2 8.5a15 15 0 0 1 20 0M12 19h.01',
  damage: 'M4 4h16v16H4zm7 0-2 6 5 3-3 7',
  temperature: 'M10 13V5a2 2 0 1 1 4 0v8a4.5 4.5 0 1 1-4 0Zm2 4V9',
  tools: 'M14 6a4 4 0 0 0 5 5l-9 9a2.1 2.1 0 0 1-3-3l9-9a4 4 0 0 0-2-2Z',
  delivery: 'M2 6h12v10H2zm12 4h4l4 4v2h-8M6.5 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4Zm11 0a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  order: 'M6 3h12v18H6zm3 5h6m-6 4h6m-6 4h3',
  question: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM9.3 9.3a2.8 2.8 0 1 1 4 2.5c-.9.5-1.3 1-1.3 2M12 17h.01',
} as const;
