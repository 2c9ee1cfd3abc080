// Reads the page aloud. Fetched when somebody first presses the button that offer.js shows, and then starts at once.
const speech = window.speechSynthesis;
const button = document.getElementById("aloud");
const label = button.lastChild;
const words = [label.data, button.dataset.stop];
const main = document.getElementById("main");
// Not read: the button itself, what a person recorded, what is not seen, what is in another language than the page.
const others = `#aloud, .recording, .unseen, [lang]:not([lang="${document.documentElement.lang}"])`;
// What is being said, a line at a time; empty while nothing is.
let said = [];

// The lines that main shows. The browser knows which these are: the others are out of its sight for this moment.
function lines() {
  const away = [...main.querySelectorAll(others)];
  for (const each of away) each.style.display = "none";
  const shown = main.innerText;
  for (const each of away) each.style.display = "";
  return shown.split("\n").map(line => line.trim()).filter(line => /[\p{L}\p{N}]/u.test(line));
}

function stop() {
  said = [];
  speech.cancel();
  label.data = words[0];
}

function start() {
  const own = said = lines().map(line => new SpeechSynthesisUtterance(line));
  for (const each of own) {
    each.voice = button.voice;
    each.lang = button.voice.lang; // Chrome on Android goes by this alone
    // What was stopped may still report; a voice that turns out not to be there is not offered again.
    each.onerror = ({ error }) => {
      if (said != own) return;
      stop();
      button.hidden = error.endsWith("unavailable");
    };
    speech.speak(each);
  }
  own[own.length - 1].onend = () => said == own && stop();
  label.data = words[1];
}

button.onclick = () => said.length ? stop() : start();
// Who leaves is not spoken after, however slow the next page is.
document.querySelector(".exit").addEventListener("click", stop);
addEventListener("pagehide", stop);
start();
