/** Style of the Outbox pages, light and dark. */
export const OUTBOX_STYLE = `
:root { color-scheme: light dark; --page: #f3f5f7; --card: #fff; --line: #dfe4e8; --text: #1c2329; --soft: #5b6670; --accent: #0b5cad; --good: #126b3a; --good-on: #e2f4e9; --bad: #a3201d; --bad-on: #fdeaea; --wait: #7a4b00; --wait-on: #fdf1dc; }
@media (prefers-color-scheme: dark) { :root { --page: #14181c; --card: #1f252b; --line: #323a42; --text: #e8ecef; --soft: #a9b3bc; --accent: #8fc7ff; --good: #8fdcae; --good-on: #17382a; --bad: #ffaaa5; --bad-on: #482323; --wait: #f5cb86; --wait-on: #42341b; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif; overflow-wrap: anywhere; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 6px; }
header { background: var(--card); border-bottom: 1px solid var(--line); }
.bar, main { max-width: 860px; margin: 0 auto; padding: 14px 16px; }
.bar { display: flex; gap: 12px; align-items: baseline; }
.brand { font-weight: 700; font-size: 20px; color: inherit; text-decoration: none; }
.company, .hint, time, dt, .detail { color: var(--soft); }
.hint { margin: 4px 0 16px; font-size: 14px; }
.search { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin-bottom: 16px; }
.search label { font-weight: 600; }
.search input { flex: 1 1 180px; min-width: 0; min-height: 44px; padding: 0 12px; border: 1px solid var(--soft); border-radius: 8px; background: var(--card); color: inherit; font: inherit; }
.search button { min-height: 44px; padding: 0 18px; border: 0; border-radius: 8px; background: var(--accent); color: var(--card); font: inherit; font-weight: 600; cursor: pointer; }
.clear { min-height: 44px; line-height: 44px; padding: 0 8px; }
.inbox { list-style: none; margin: 0; padding: 0; background: var(--card); border: 1px solid var(--line); border-radius: 12px; overflow: hidden; }
.inbox li + li { border-top: 1px solid var(--line); }
.inbox a { display: flex; gap: 12px; align-items: center; padding: 12px 14px; color: inherit; text-decoration: none; }
.inbox a:hover { background: var(--page); }
.inbox a:focus-visible { outline-offset: -3px; }
.face { flex: none; display: grid; place-items: center; width: 38px; height: 38px; border-radius: 50%; background: var(--page); color: var(--soft); font-weight: 700; }
.what { flex: 1; min-width: 0; display: grid; }
.to, .subject { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.to { font-weight: 600; }
.meta { flex: none; display: grid; justify-items: end; gap: 2px; font-size: 13px; }
.state { display: inline-block; padding: 1px 9px; border-radius: 99px; font-size: 13px; font-weight: 600; white-space: nowrap; background: var(--wait-on); color: var(--wait); }
.state.accepted { background: var(--good-on); color: var(--good); }
.state.refused, .state.failed { background: var(--bad-on); color: var(--bad); }
.state.cancelled, .state.expired { background: var(--page); color: var(--soft); }
.empty, .notice { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 28px 20px; text-align: center; }
.empty p { margin: 4px 0; }
.notice { padding: 10px 14px; text-align: left; background: var(--wait-on); color: var(--wait); border: 0; }
.back { margin: 0 0 8px; }
h1 { margin: 0 0 8px; font-size: 24px; line-height: 1.25; }
h2 { margin: 28px 0 8px; font-size: 16px; }
.line { margin: 0 0 14px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; margin: 0; padding: 14px 16px; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
dd { margin: 0; min-width: 0; }
.code { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: 14px; }
iframe { display: block; width: 100%; height: min(85vh, 720px); min-height: 560px; border: 1px solid var(--line); border-radius: 12px; background: var(--card); }
pre { margin: 0; padding: 16px; background: var(--card); border: 1px solid var(--line); border-radius: 12px; white-space: pre-wrap; font: 14px/1.6 ui-monospace, Menlo, Consolas, monospace; }
.timeline { list-style: none; margin: 0; padding: 6px 16px; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
.timeline li { display: flex; flex-wrap: wrap; gap: 2px 10px; padding: 8px 0; }
.timeline li + li { border-top: 1px solid var(--line); }
.event { font-weight: 600; }
.timeline time { margin-left: auto; font-size: 14px; }
@media (max-width: 520px) { .search label { flex-basis: 100%; } .inbox a { flex-wrap: wrap; row-gap: 4px; } .what { flex-basis: calc(100% - 60px); } .meta { width: 100%; display: flex; justify-content: space-between; padding-left: 50px; } dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 8px; } }
`;
