// Pictures load under the page's own policy, say how large they are before they do, and so move nothing.
import { inMain, mangled, promise } from '../lib/promises.mjs';

const PICTURES = 'pictures load, say their size beforehand and move nothing';

promise(PICTURES, {
  only: (page) => page.html.includes('<img'),
  async page({ page }, desk) {
    const before = await page.evaluate(() => window.karnamehShift);
    // Those below the window wait until they are near.
    const pictures = await page.evaluate(look, desk.patience);
    const shift = (await page.evaluate(() => window.karnamehShift)) - before;
    const complaints = pictures.flatMap(({ name, loaded, sized, stretched, lazy }) => [
      ...(loaded ? [] : [`${name} does not load`]),
      ...(sized ? [] : [`${name} has no width and height`]),
      ...(stretched ? [`${name} is stretched`] : []),
      ...(lazy ? [] : [`${name} is loaded before it is near`]),
    ]);
    return shift > 0 ? [...complaints, `what was drawn moved by ${shift.toFixed(3)}`] : complaints;
  },
});

/** Goes to each picture and looks at it. Runs in the page. */
async function look(patience) {
  const answers = [];
  for (const picture of document.images) {
    picture.scrollIntoView({ block: 'center' });
    await Promise.race([picture.decode().catch(() => {}), new Promise((done) => setTimeout(done, patience))]);
    const { width, height } = picture.getBoundingClientRect();
    const { naturalWidth, naturalHeight } = picture;
    const likeness = (width / height) * (naturalHeight / naturalWidth);
    answers.push({
      name: picture.getAttribute('src'),
      loaded: picture.complete && naturalWidth > 0,
      sized: picture.hasAttribute('width') && picture.hasAttribute('height'),
      stretched: getComputedStyle(picture).objectFit === 'fill' && Math.abs(likeness - 1) > 0.02,
      lazy: picture.loading === 'lazy' || picture.closest('header') !== null,
    });
  }
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)));
  scrollTo(0, 0);
  return answers;
}

mangled(PICTURES, 'a picture that is not there', inMain('<img src="gone.png" alt="x" width="4" height="4">'), /load/);
mangled(
  PICTURES,
  'a picture without a size',
  inMain('<img src="data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=" alt="x">'),
  /no width/,
);
