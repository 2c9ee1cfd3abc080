// What test_access.py asks inside a page: each function says what is wrong there, in words.
(() => {
  const all = selector => [...document.querySelectorAll(selector)];
  const shown = selector => all(selector).filter(each => each.checkVisibility());
  const short = element => element.outerHTML.slice(0, 100);
  const controls = "a[href], button, input:not([type=hidden]), select, textarea, summary";
  const boxes = "button, .button, .option, .cards a, input:not([type]), input[type=search], input[type=text], select, textarea";

  function* texts() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (walker.currentNode.data.trim()) yield walker.currentNode;
  }

  // What is really to be seen in the middle of a box, or of as much of it as the window holds.
  function elementInTheMiddle(box) {
    const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
    return document.elementFromPoint(box.x + box.width / 2, (top + bottom) / 2);
  }

  const forEarsOnly = element =>
    element !== null && (getComputedStyle(element).clipPath === "inset(50%)" || forEarsOnly(element.parentElement));

  const colour = written => written.match(/[\d.]+/g).map(Number);

  function brightness(written) {
    const [red, green, blue] = colour(written)
      .map(each => each / 255)
      .map(each => (each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function standsOut(one, other) {
    const [dark, light] = [brightness(one), brightness(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05) >= 3;
  }

  function background(element) {
    if (!element) return "rgb(255, 255, 255)";
    const own = getComputedStyle(element).backgroundColor;
    return colour(own)[3] === 0 ? background(element.parentElement) : own;
  }

  return {
    // The page, or a box in it that scrolls by itself.
    pushedSideways() {
      const page = document.documentElement;
      return [page, ...all("body, body *").filter(each => /auto|scroll/.test(getComputedStyle(each).overflowX))]
        .filter(each => each.scrollWidth > each.clientWidth)
        .map(each => `${each.localName}.${each.className} is ${each.scrollWidth - each.clientWidth} px too wide`);
    },

    // How much of the height the parts hold that stay while the page moves; a number.
    stuckShare() {
      scrollTo(0, document.documentElement.scrollHeight / 2);
      return shown("body *")
        .filter(each => /fixed|sticky/.test(getComputedStyle(each).position))
        .map(each => each.getBoundingClientRect())
        .map(box => Math.max(0, Math.min(box.bottom, innerHeight) - Math.max(box.top, 0)) / innerHeight)
        .reduce((sum, share) => sum + share, 0);
    },

    // Each control is moved to where a bar at the top would cover it, then focused.
    hiddenFocus() {
      return shown(controls)
        .filter(each => {
          scrollTo(0, each.getBoundingClientRect().top + scrollY);
          each.focus({ focusVisible: true });
          return document.activeElement !== each || !each.contains(elementInTheMiddle(each.getClientRects()[0]));
        })
        .map(short);
    },

    // The distances of WCAG 1.4.12, as a reader's own stylesheet sets them, and everything unfolded; says nothing.
    spaceOut() {
      const style = new CSSStyleSheet();
      style.replaceSync(`
        * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
        p { margin-block-end: 2em !important; }`);
      document.adoptedStyleSheets = [style];
      all("main details").forEach(each => (each.open = true));
    },

    // Boxes that cut off what is in them, and lines with something else over their middle. The window must be as high as the page.
    coveredWords() {
      const found = shown("body *:not(input, svg, svg *, .unseen, .skip)")
        .filter(each => /hidden|clip/.test(getComputedStyle(each).overflow))
        .filter(each => each.scrollHeight > each.clientHeight || each.scrollWidth > each.clientWidth)
        .map(each => `cut off: ${short(each)}`);
      const range = document.createRange();
      for (const text of texts()) {
        const parent = text.parentElement;
        if (parent.closest(".skip") || forEarsOnly(parent) || !parent.checkVisibility()) continue;
        range.selectNodeContents(text);
        const lines = [...range.getClientRects()].filter(box => box.width >= 1);
        if (!lines.every(box => parent.contains(elementInTheMiddle(box)))) found.push(`covered: ${text.data.trim().slice(0, 80)}`);
      }
      return found;
    },

    // Writes on each control the words that are seen on it or on its labels; says nothing.
    markControls() {
      for (const each of shown(controls)) {
        const worded = each.labels?.length ? [...each.labels] : [each];
        each.dataset.seen = worded.map(part => part.innerText).join(" ");
      }
    },

    structure() {
      const found = ["main", "main h1", "h1", "body > header", "body > footer"]
        .filter(each => all(each).length !== 1)
        .map(each => `${all(each).length} of ${each}`);
      let before = 1; // the list of mistakes stands before the question, with a heading of the second level
      for (const heading of all("h1, h2, h3, h4, h5, h6")) {
        const level = Number(heading.localName[1]);
        if (level > before + 1) found.push(`${short(heading)} after level ${before}`);
        before = level;
      }
      const named = "[aria-hidden=true] *, [aria-hidden=true], img[alt], [role=img][aria-label], [role=img][aria-labelledby]";
      return [...found, ...shown("svg, img, canvas").filter(each => !each.matches(named)).map(short)];
    },

    // Takes the languages written from right to left. A Latin name may stand inside an Arabic sentence.
    languages(bidi) {
      const turned = all("[lang]")
        .filter(each => bidi.includes(each.lang) !== (getComputedStyle(each).direction === "rtl"))
        .map(each => `direction of ${short(each)}`);
      const foreign = [...texts()].filter(text => {
        const place = text.parentElement, rtl = bidi.includes(place.closest("[lang]").lang);
        if (place.closest("style, script, bdi[dir=ltr]") || text.data.trim() === "RefugeeGuide") return false;
        const arabic = /\p{Script=Arabic}/u.test(text.data), latin = /\p{Script=Latin}{3}/u.test(text.data);
        return rtl ? latin && !arabic : arabic;
      });
      return [...turned, ...foreign.map(text => text.data.trim().slice(0, 80))];
    },

    motion() {
      const lasts = style => `${style.transitionDuration}, ${style.animationDuration}`.split(", ").some(each => parseFloat(each) > 0);
      return all("*")
        .filter(each =>
          [null, "::before", "::after"].some(part => lasts(getComputedStyle(each, part))) ||
          getComputedStyle(each).scrollBehavior !== "auto" ||
          each.matches("animate, animateMotion, animateTransform, marquee, video, [autoplay]"))
        .map(short);
    },

    // Controls whose edge and fill, and focus outlines whose colour, differ less than 3:1 from what is around them.
    faint() {
      const edges = shown(boxes)
        .filter(each => getComputedStyle(each).borderTopStyle !== "none")
        .filter(each => {
          const around = background(each.parentElement);
          return !standsOut(getComputedStyle(each).borderTopColor, around) && !standsOut(background(each), around);
        });
      const outlines = shown(controls).filter(each => {
        each.focus({ focusVisible: true });
        return !standsOut(getComputedStyle(each).outlineColor, background(each.parentElement));
      });
      return [...edges.map(each => `edge of ${short(each)}`), ...outlines.map(each => `focus of ${short(each)}`)];
    },

    // The links at the top and the bottom. One to another language leads to this page in it, so only the language counts.
    waysOn() {
      return all("body > header a, body > footer nav a").map(each => `${each.innerText}: ${each.hreflang || each.pathname}`);
    },
  };
})()
