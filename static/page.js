// What every page can do with a script; without one it loses nothing but these comforts.
(() => {
// The exit leaves no page behind itself in the history. Shift three times within five seconds does the same.
const exit = document.querySelector(".exit");
let shifts = [];
const leave = event => {
  event.preventDefault();
  document.body.hidden = true;
  location.replace(exit.href);
};
exit.onclick = leave;
onkeydown = event => {
  if (event.repeat) return;
  shifts = event.key == "Shift" ? [event.timeStamp, ...shifts].slice(0, 3) : [];
  if (shifts[0] - shifts[2] < 5000) leave(event);
};
// Reading aloud is offered only where this device itself has a voice for this very language.
const button = document.getElementById("aloud");
const speech = window.speechSynthesis;
if (!button || !speech) return;
const language = tag => tag.split(/[-_]/)[0];
const offer = () => {
  button.voice = speech.getVoices().find(each => each.localService && language(each.lang) == language(document.documentElement.lang));
  button.hidden = !button.voice;
};
offer();
speech.onvoiceschanged = offer;
button.onclick = () => {
  button.onclick = null;
  document.head.append(Object.assign(document.createElement("script"), { src: button.value }));
};
})();
