// Shows saved pages where the network is gone. It only ever reads: offline.js saves them, when the reader asks for it, and
// as somebody without cookies gets them. So no page that knows an answer can be among them.
// Milliseconds that the network may take for a page that is saved.
const PATIENCE = 4000;
// Pages with answers or words typed, leaving and the editors' desk: not even looked at.
const UNTOUCHED = /^\/(admin|service-worker\.js|[a-z]+\/(questions|answers|plan|open|search|erase|leave))(\/|$)/;

addEventListener("install", () => skipWaiting());
addEventListener("activate", event => event.waitUntil(clients.claim()));
addEventListener("fetch", event => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.mode != "navigate" || request.method != "GET") return;
  if (origin != location.origin || UNTOUCHED.test(pathname)) return;
  event.respondWith(show(request, pathname));
});

async function show(request, pathname) {
  const saved = await caches.match(pathname);
  try {
    return await (saved ? Promise.race([fetch(request), late()]) : fetch(request));
  } catch {
    return saved || instead(pathname);
  }
}

function late() {
  return new Promise((_, reject) => setTimeout(reject, PATIENCE));
}

// The saved page that this one stands in; else the page that says what is saved, in the language asked for if it is.
async function instead(pathname) {
  const languages = (await caches.keys()).map(name => name.replace("guide-", ""));
  const asked = pathname.split("/")[1];
  const language = languages.includes(asked) ? asked : languages[0];
  const list = await caches.match(`/${language}/offline/pages.json`);
  if (!list) return Response.error();
  const { inside } = await list.json();
  return inside[pathname] ? Response.redirect(inside[pathname]) : caches.match(`/${language}/offline/`);
}
