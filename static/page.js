// What every page can do with a script; without one it loses nothing but these comforts.
(() => {
// The exit leaves no page behind itself in the history. Shift three times within five seconds does the same.
const exit = document.querySelector(".exit");
let shifts = [];
const leave = event => {
  event.preventDefault();
  document.body.hidden = true;
  document.title = "…";
  location.replace(exit.href);
};
exit.onclick = leave;
addEventListener("keydown", event => {
  if (event.repeat) return;
  shifts = event.key == "Shift" ? [event.timeStamp, ...shifts].slice(0, 3) : [];
  if (shifts[0] - shifts[2] < 5000) leave(event);
});
// Reading aloud is offered only where this device itself has a voice for this very language.
const button = document.getElementById("aloud");
const speech = window.speechSynthesis;
if (!button || !speech) return;
const tongue = lang => lang.toLowerCase().split(/[-_]/)[0];
const offer = () => {
  const voice = speech.getVoices().find(each => each.localService && tongue(each.lang) == tongue(document.documentElement.lang));
  button.hidden = !voice;
  button.voice = voice;
};
offer();
speech.onvoiceschanged = offer;
button.addEventListener("click", () => document.head.append(Object.assign(document.createElement("script"), { src: button.value })), { once: true });
})();
