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
exit.addEventListener("click", leave);
addEventListener("keydown", event => {
  if (event.repeat) return;
  shifts = event.key == "Shift" ? [...shifts, event.timeStamp].slice(-3) : [];
  if (shifts.length == 3 && shifts[2] - shifts[0] < 5000) leave(event);
});
// Reading aloud, only where this device itself has a voice for this very language.
const button = document.getElementById("aloud");
const speech = window.speechSynthesis;
if (!button || !speech) return;
const root = document.documentElement;
const tongue = lang => lang.toLowerCase().split(/[-_]/)[0];
const voice = () => speech.getVoices().find(each => each.localService && tongue(each.lang) == tongue(root.lang));
const offer = () => { button.hidden = !voice(); };
const label = button.lastChild;
const words = [label.data, button.dataset.stop];
const says = on => { label.data = words[+on]; };
const blocks = "h1,h2,h3,h4,p,li,dt,dd,summary,label";
// The words of one block in the language of the page: no pictograms, no parts that another block or language says.
const text = block => {
  const copy = block.cloneNode(true);
  copy.querySelectorAll(`svg,button,audio,${blocks},[lang]:not([lang="${root.lang}"])`).forEach(part => part.remove());
  return copy.textContent.trim();
};
const stop = () => { speech.cancel(); says(false); };
button.addEventListener("click", () => {
  if (speech.speaking) return stop();
  const seen = [...document.querySelectorAll("main :is(" + blocks + ")")].filter(block => block.offsetParent);
  const said = seen.map(text).filter(Boolean).map(words => new SpeechSynthesisUtterance(words));
  said.forEach(each => {
    each.voice = voice();
    each.lang = each.voice.lang;
    speech.speak(each);
  });
  said[said.length - 1].onend = () => says(false);
  says(true);
});
offer();
speech.onvoiceschanged = offer;
addEventListener("pagehide", stop);
})();
