// A shared link carries its code behind the # sign: put it into the form, and take it out of the address bar.
(() => {
const code = location.hash.slice(1);
if (!code) return;
history.replaceState(null, "", location.pathname);
document.getElementById("plan-code").value = code;
document.getElementById("from-link").hidden = false;
})();
