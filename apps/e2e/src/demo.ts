/** Who can sign in on the demo data; the start prints the same. */
const PASSWORD = 'open-the-door-2026';

export const DEMO = {
  owner: { email: 'owner@demo.example', password: PASSWORD },
  /** At three companies: Nordic AB, Svea Bygg and Åkessons Åkeri; reads Swedish. */
  eva: { phone: '070-123 45 67', pin: '482913', email: 'eva.lind@example.com', password: PASSWORD },
};
