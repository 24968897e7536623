import type { ExampleOfficial } from './provider.ts';

const ROLE_NAMES: Readonly<Record<string, string>> = {
  clerk: 'văn thư',
  officer: 'chuyên viên',
  leader: 'lãnh đạo',
  designer: 'người thiết kế quy trình',
  administrator: 'quản trị',
  auditor: 'kiểm tra',
};

/** The list of example officials: one button each, works without scripts and at 360 px. */
export function choosePersonPage(uid: string, officials: readonly ExampleOfficial[]): string {
  const rows = officials
    .map(
      (one) => `<li><form method="post" action="/idp/interaction/${escape(uid)}/login">
        <button name="subject" value="${escape(one.subject)}">
          <strong>${escape(one.name)}</strong>
          <span>${escape(one.unitName)} · ${escape(one.roles.map((role) => ROLE_NAMES[role] ?? role).join(', '))}</span>
        </button></form></li>`,
    )
    .join('\n');
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Đăng nhập bằng cán bộ ví dụ</title><link rel="stylesheet" href="/idp/style.css"></head>
<body><main>
<h1>Đăng nhập</h1>
<p>Chọn một cán bộ ví dụ để xem hệ thống với vai của người đó. Không cần mật khẩu vì đây là bản chạy thử trên máy này.</p>
<p lang="en">Choose an example official. No password: this is a trial installation on your own machine.</p>
${officials.length === 0 ? '<p role="alert">Chưa có cán bộ ví dụ nào: dữ liệu mẫu chưa được nạp.</p>' : `<ul>${rows}</ul>`}
</main></body></html>`;
}

export const STYLE = `:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,sans-serif;margin:0;background:Canvas;color:CanvasText}
main{max-width:34rem;margin:8vh auto;padding:0 1rem}
h1{font-size:1.5rem;margin:0 0 .5rem}
ul{list-style:none;margin:1.5rem 0;padding:0;display:grid;gap:.5rem}
button{width:100%;text-align:left;font:inherit;padding:.75rem 1rem;border:1px solid #8886;border-radius:.5rem;background:#8881;color:inherit;cursor:pointer}
button:hover,button:focus-visible{border-color:#1c7ed6;outline:2px solid #1c7ed6;outline-offset:1px}
button span{display:block;opacity:.8;font-size:.9rem}
`;

/** Names are text, never markup. */
const escape = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
