/** Whether everybody in a hall can read what a scene shows: measured in the browser, text by text. */
import type { Page } from '@playwright/test';

/**
 * What is wrong with the texts on the screen; empty where everybody can read everything: a text of less than 3 % of the
 * screen's height, one that leaves the screen, one that lies on another, letters that are cut off, letters that leave
 * the frame they stand in, names of a drawing that touch.
 */
export function problems(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const height = window.innerHeight;
    const width = window.innerWidth;
    const found: string[] = [];
    const { scrollWidth, scrollHeight } = document.documentElement;
    if (scrollWidth > width || scrollHeight > height) found.push(`scrolls: ${scrollWidth} × ${scrollHeight}`);
    const boxes: { text: string; owner: Element; box: DOMRect }[] = [];
    /** Names in drawings, which must stand apart: two in one line are read as one. */
    const names: { text: string; size: number; box: DOMRect }[] = [];
    const scene = document.querySelector('.hall');
    if (!scene) return ['no scene'];
    const canvas = document.createElement('canvas').getContext('2d');
    if (!canvas) return ['no canvas'];
    /** How far letters reach above, below and to the left of their place, and what their face claims to need below it. */
    const reach = (written: string, { fontWeight, fontSize, fontFamily }: CSSStyleDeclaration) => {
      canvas.font = `${fontWeight} ${fontSize} ${fontFamily}`;
      const letters = canvas.measureText(written);
      return {
        up: letters.actualBoundingBoxAscent,
        down: letters.actualBoundingBoxDescent,
        left: letters.actualBoundingBoxLeft,
        claimed: letters.fontBoundingBoxDescent,
      };
    };
    const walker = document.createTreeWalker(scene, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = (node.textContent ?? '').trim();
      const parent = node.parentElement;
      if (text === '' || !parent || parent.closest('.sr-only')) continue;
      const style = getComputedStyle(parent);
      const size = parseFloat(style.fontSize);
      if (size < height * 0.03) found.push(`small (${size}): ${text}`);
      // A long text ends in an ellipsis on purpose: what counts is the box it may fill.
      const clamped = parent.closest('[class*="line-clamp"]');
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = (clamped ?? range).getBoundingClientRect();
      if (box.left < -1 || box.top < -1 || box.right > width + 1 || box.bottom > height + 1) {
        found.push(`outside: ${text}`);
      }
      if (parent.closest('svg')) {
        if (parent.closest('[data-apart]')) names.push({ text, size, box });
        continue;
      }
      boxes.push({ text, owner: clamped ?? parent, box });

      // A figure needs no room for tails; of words it is not known which of them will stand there tomorrow.
      const letters = reach(/\p{L}/u.test(text) ? 'Hbdlgjpqy,()' : text, style);
      let cutter: Element | null = null;
      let frame: Element | null = null;
      for (let around: Element | null = parent; around && around !== scene; around = around.parentElement) {
        const look = getComputedStyle(around);
        if (look.display.startsWith('inline') && !look.display.includes('-')) continue;
        if (!cutter && look.overflowY !== 'visible') cutter = around;
        if (!frame && (look.borderTopWidth !== '0px' || look.borderBottomWidth !== '0px')) frame = around;
      }
      const cut = cutter?.getBoundingClientRect();
      const framed = frame?.getBoundingClientRect();
      // A J of some faces begins left of its place.
      const start = range.getClientRects()[0];
      if (cut && start && start.left - reach(text, style).left < cut.left - 0.5) {
        found.push(`cut off on the left: ${text}`);
      }
      for (const line of range.getClientRects()) {
        const base = line.bottom - letters.claimed;
        const top = base - letters.up;
        const bottom = base + letters.down;
        if (cut) {
          const isShown = base <= cut.bottom;
          if (isShown && (bottom > cut.bottom + 0.5 || top < cut.top - 0.5)) found.push(`cut off: ${text}`);
          if (!isShown && top < cut.bottom - 0.5) found.push(`half a line: ${text}`);
          if (!isShown) continue;
        }
        if (framed && (bottom > framed.bottom + 0.5 || top < framed.top - 0.5))
          found.push(`over its frame: ${text}`);
      }
    }
    for (const [place, one] of names.entries()) {
      for (const other of names.slice(place + 1)) {
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        // Boxes of lines below one another may overlap a little; beside one another there is half a letter between them.
        if (down > one.size * 0.5 && across > one.size * -0.3)
          found.push(`touch: ${one.text} / ${other.text}`);
      }
    }
    for (const [place, one] of boxes.entries()) {
      for (const other of boxes.slice(place + 1)) {
        if (one.owner.contains(other.owner) || other.owner.contains(one.owner)) continue;
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        // Lines of text may touch: their boxes are higher than their letters.
        if (across > 2 && down > height * 0.012) found.push(`overlap: ${one.text} / ${other.text}`);
      }
    }
    return found;
  });
}
