import { givePlace } from './give-place.ts';

/** Things to put in order: choosing a place already taken exchanges the two, and says so. */
for (const list of document.querySelectorAll<HTMLElement>('[data-one-place-each]')) exchangePlaces(list);

function exchangePlaces(list: HTMLElement): void {
  const selects = [...list.querySelectorAll('select')];
  const placesNow = () => selects.map((select) => select.value);
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  said.className = 'rows__said';
  list.after(said);

  // The arrow keys run through every place: what counts is what the others had before one began to choose.
  let choosing: EventTarget | null = null;
  let before = placesNow();
  let latest = before;
  list.addEventListener('focusin', (event) => {
    if (event.target === choosing) return;
    choosing = event.target;
    before = placesNow();
  });
  list.addEventListener('change', (event) => {
    const index = selects.indexOf(event.target as HTMLSelectElement);
    if (index < 0) return;
    if (event.target !== choosing) before = latest;
    choosing = event.target;
    const given = givePlace(before, index, selects[index]!.value);
    selects.forEach((select, other) => {
      select.value = given.places[other]!;
    });
    latest = given.places;
    said.textContent = given.moved === null ? '' : sayMove(selects[given.moved]!);
  });
}

function sayMove(select: HTMLSelectElement): string {
  const name = select.labels[0]?.firstChild?.textContent?.trim() ?? '';
  return select.value === ''
    ? `À replacer : « ${name} »`
    : `Échange : « ${name} » prend la place ${select.value}.`;
}
