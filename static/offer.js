{
// Reading aloud is offered only where this device itself has a voice for this very language in these very letters: one
// for Arabic cannot read Kurdish, one for Kurdish in Arabic letters cannot read it in Latin ones. Voices may come late.
// No page can find out a browser that names a voice which is not installed, as Chrome on Android is known to do.
const button = document.querySelector("#aloud");
if (button && window.speechSynthesis) {
  // As "ar-Arab"; of a tag that is none, itself.
  const exact = tag => {
    try {
      tag = /\w+-\w+/.exec(new Intl.Locale(tag.replace("_", "-")).maximize())[0];
    } catch {}
    return tag;
  };
  const offer = () => {
    button.voice = speechSynthesis.getVoices().find(each => each.localService && exact(each.lang) == exact(document.documentElement.lang));
    button.hidden = !button.voice;
  };
  offer();
  speechSynthesis.onvoiceschanged = offer;
  button.onclick = () => import(button.value).catch(() => button.hidden = true);
}
}
