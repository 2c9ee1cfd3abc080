// Copying the link and the phone's own way of sending it, where the browser knows them.
(() => {
const link = document.getElementById("link");
const copy = document.getElementById("copy");
const send = document.getElementById("send");
link.addEventListener("focus", () => link.select());
copy.hidden = !navigator.clipboard;
copy.addEventListener("click", async () => {
  await navigator.clipboard.writeText(link.value);
  document.getElementById("copied").textContent = copy.dataset.done;
});
send.hidden = !navigator.share;
send.addEventListener("click", () => navigator.share({ url: link.value }).catch(() => {}));
})();
