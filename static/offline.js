// Saves the pages of this language on the phone when the reader presses the button; service-worker.js shows them.
(() => {
const part = id => document.getElementById(id);
const { language, release, list, page } = part("offline").dataset;
// A saved copy of this page also stands for pages that are not saved; then it says so.
const isCopy = Boolean(part("saved-copy"));
part("offer").hidden = isCopy;
part("instead").hidden = !isCopy || location.pathname == page;
if (!navigator.serviceWorker || !window.caches) return;
part("by-hand").hidden = true;
const name = `guide-${language}`;
const headers = ["content-type", "content-security-policy", "referrer-policy", "x-content-type-options"];

async function show() {
  const kept = await caches.match(list);
  const saved = kept && await kept.json();
  part("saved").textContent = saved ? saved.saved : "";
  part("older").hidden = !saved || isCopy || saved.release == release;
  part("save").hidden = isCopy;
  part("save").textContent = part("save").dataset[saved ? "again" : "first"];
  part("remove").hidden = !saved;
}

// As somebody without cookies gets it, and anew: neither answers nor an older copy.
async function fetched(address, type) {
  const response = await fetch(address, { credentials: "omit", cache: "no-store", redirect: "error" });
  if (response.status == 200 && response.headers.get("Content-Type").startsWith(type)) return response;
  throw new Error(`${address}: ${response.status}`);
}

// The note stands in the copy itself, so nobody takes it for the page of today.
async function copied(address, note) {
  const response = await fetched(address, "text/html");
  const text = (await response.text()).replace(/<main [^>]*>/, tag => tag + note);
  return new Response(text, { headers: [...response.headers].filter(([header]) => headers.includes(header)) });
}

// All new copies are here before any older one goes away. The list comes last: where it is, everything is.
async function save() {
  const text = await (await fetched(list, "application/json")).text();
  const { pages, note } = JSON.parse(text);
  const copies = await Promise.all(pages.map(address => copied(address, note)));
  await navigator.serviceWorker.register("/service-worker.js");
  await caches.delete(name);
  const cache = await caches.open(name);
  await Promise.all(pages.map((address, number) => cache.put(address, copies[number])));
  await cache.put(list, new Response(text, { headers: { "Content-Type": "application/json" } }));
}

async function remove() {
  await caches.delete(name);
  part("save").focus();
  if ((await caches.keys()).length) return;
  const workers = await navigator.serviceWorker.getRegistrations();
  await Promise.all(workers.map(worker => worker.unregister()));
}

let isBusy = false;
async function run(work, busy = "") {
  if (isBusy) return;
  isBusy = true;
  part("says").textContent = busy;
  const said = await work().then(() => "", () => part("says").dataset.failed);
  await show();
  part("says").textContent = said;
  isBusy = false;
}
part("save").addEventListener("click", () => run(save, part("says").dataset.busy));
part("remove").addEventListener("click", () => run(remove));
show();
})();
