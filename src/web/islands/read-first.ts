/** A form that comes back begins with what to correct, for the keyboard and for screen readers. */
document.querySelector<HTMLElement>('[data-read-first]')?.focus();
