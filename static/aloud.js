// Reads the page aloud. Fetched when somebody first presses the button that page.js offers, and then starts at once.
(() => {
const speech = window.speechSynthesis;
const button = document.getElementById("aloud");
const label = button.lastChild;
const words = [label.data, button.dataset.stop];
const blocks = "h1,h2,h3,h4,p,li,dt,dd,summary,label";

// The words of one block in the language of the page: nothing that another block says, nothing in another language.
function text(block) {
  const copy = block.cloneNode(true);
  const others = `svg,button,audio,${blocks},[lang]:not([lang="${document.documentElement.lang}"])`;
  copy.querySelectorAll(others).forEach(part => part.remove());
  return copy.textContent.trim();
}

function stop() {
  speech.cancel();
  label.data = words[0];
}

function start() {
  const seen = [...document.querySelectorAll("main :is(" + blocks + ")")].filter(block => block.offsetParent);
  const said = seen.map(text).filter(Boolean).map(words => new SpeechSynthesisUtterance(words));
  if (!said.length) return;
  for (const each of said) {
    each.voice = button.voice;
    each.lang = button.voice.lang;
    speech.speak(each);
  }
  said[said.length - 1].onend = stop;
  label.data = words[1];
}

button.onclick = () => speech.speaking ? stop() : start();
addEventListener("pagehide", stop);
start();
})();
