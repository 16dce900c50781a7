import type { Child } from 'hono/jsx';
import type { PortraitName } from '../../../content/index.ts';

/** What makes somebody recognisable: colours, hair behind and before the face, clothes, and what they wear. */
export type Character = {
  backdrop: string;
  skin: string;
  /** Nose, ears and neck in the shade. */
  shade: string;
  hair: string;
  clothes: Child;
  behind?: Child;
  before: Child;
  /** Glasses or a moustache: they follow the face when it turns. */
  onFace?: Child;
  beard?: Child;
};

const INK = '#2a2e78';
const SHOULDERS = 'M28 204c2-34 20-50 48-56h48c28 6 46 22 48 56z';

export const CHARACTERS: Readonly<Record<PortraitName, Character>> = {
  'adolescent-boucle': {
    backdrop: '#eceefe',
    skin: '#c78e63',
    shade: '#ad744b',
    hair: '#2b2233',
    clothes: (
      <>
        <path d={SHOULDERS} fill="#6672d2" />
        <path d="M78 147c4 14 40 14 44 0l-6-3H84z" fill="#3a3f9e" />
      </>
    ),
    before: (
      <g>
        <path d="M64 84c-3-24 12-40 36-40s39 16 36 40c-6-12-10-18-18-22-12 4-24 4-36 0-8 4-12 10-18 22z" />
        <circle cx="70" cy="60" r="12" />
        <circle cx="85" cy="47" r="13" />
        <circle cx="103" cy="43" r="13" />
        <circle cx="120" cy="50" r="12" />
        <circle cx="131" cy="64" r="11" />
        <circle cx="65" cy="73" r="8" />
        <circle cx="135" cy="76" r="8" />
        <circle cx="94" cy="57" r="10" />
        <circle cx="112" cy="58" r="9" />
      </g>
    ),
  },
  'adolescente-lunettes': {
    backdrop: '#fff3ea',
    skin: '#f2cfb4',
    shade: '#dcae8c',
    hair: '#7a4326',
    clothes: (
      <>
        <path d={SHOULDERS} fill="#b34000" />
        <path d="M80 146c6 10 34 10 40 0l4 6c-8 14-40 14-48 0z" fill="#fff3ea" />
      </>
    ),
    behind: <path d="M60 92c-4-34 14-54 40-54s44 20 40 54l4 40c-10 8-78 8-88 0z" />,
    before: <path d="M64 90c-2-30 12-46 36-46s38 16 36 46c-4-10-6-16-8-20-16 6-40 6-54-4-4 8-8 14-10 24z" />,
    onFace: (
      <g fill="none" stroke={INK} stroke-width="2.5">
        <circle cx="85" cy="92" r="10.5" />
        <circle cx="115" cy="92" r="10.5" />
        <path d="M95.5 90q4.5-3 9 0" />
      </g>
    ),
  },
  'adolescente-queue': {
    backdrop: '#e7f6ec',
    skin: '#8f5d3f',
    shade: '#74472d',
    hair: '#1e1a24',
    clothes: (
      <>
        <path d={SHOULDERS} fill="#18753c" />
        <path d="M76 148l24 22 24-22-6-3H82z" fill="#fafafc" />
      </>
    ),
    behind: <path d="M124 52c26-10 42 10 36 38-4 20-8 34-2 48-18-4-24-24-20-44 2-16-4-28-14-42z" />,
    before: (
      <g>
        <path d="M63 88c-2-30 14-46 37-46s39 16 37 46c-4-16-12-28-34-29-22-1-34 8-40 29z" />
        <path d="M122 46l14-6 4 12-12 6z" fill="#ffca00" />
      </g>
    ),
  },
  'adolescent-capuche': {
    backdrop: '#eceefe',
    skin: '#e8bd98',
    shade: '#cf9c73',
    hair: '#54331f',
    clothes: (
      <>
        <path d={SHOULDERS} fill="#3a3f9e" />
        <path d="M84 150q16 16 32 0" fill="none" stroke="#2a2e78" stroke-width="5" />
        <g stroke="#dfe2f8" stroke-width="3" stroke-linecap="round">
          <path d="M86 158v22M114 158v18" />
        </g>
      </>
    ),
    behind: (
      <path
        d="M48 100c-4-44 18-70 52-70s56 26 52 70c-2 26-12 44-24 54H72c-12-10-22-28-24-54z"
        fill="#4a50b5"
      />
    ),
    before: (
      <g>
        <path d="M66 80c2-14 8-24 18-28 4 8 14 14 30 14 8 2 16 6 20 14 0-20-12-38-34-38s-34 18-34 38z" />
        <path
          d="M100 30c-34 0-56 26-52 70 2 26 12 44 24 54l6-4c-10-12-16-30-17-50-1-34 13-52 39-52s40 18 39 52c-1 20-7 38-17 50l6 4c12-10 22-28 24-54 4-44-18-70-52-70z"
          fill="#3a3f9e"
        />
      </g>
    ),
  },
  mere: {
    backdrop: '#fff3ea',
    skin: '#dca980',
    shade: '#c08a60',
    hair: '#3b2419',
    clothes: (
      <>
        <path d={SHOULDERS} fill="#9aa4e8" />
        <path d="M80 146l20 26 20-26z" fill="#dca980" />
        <path d="M80 146l20 26-8 10-22-34zM120 146l-20 26 8 10 22-34z" fill="#6672d2" />
      </>
    ),
    behind: (
      <g>
        <circle cx="112" cy="34" r="17" />
        <path d="M62 92c-2-32 14-50 38-50s40 18 38 50c0 10-2 18-6 24H68c-4-6-6-14-6-24z" />
      </g>
    ),
    before: (
      <path d="M63 92c-4-32 14-50 38-50 22 0 40 16 36 50-4-14-10-24-20-30-10 10-32 14-46 12-4 4-6 10-8 18z" />
    ),
  },
  pere: {
    backdrop: '#e7f6ec',
    skin: '#7d4e34',
    shade: '#633a24',
    hair: '#1e1a24',
    clothes: (
      <>
        <path d={SHOULDERS} fill="#4a4a58" />
        <path d="M82 146l18 20 18-20 8 4-26 34-26-34z" fill="#ffca00" />
        <path d="M86 146l14 16 14-16z" fill="#7d4e34" />
      </>
    ),
    before: <path d="M65 82c-2-26 12-38 35-38s37 12 35 38c-3-10-5-14-8-18-16-4-38-4-54 0-3 4-5 8-8 18z" />,
    beard: (
      <path
        d="M66 92c0 30 14 46 34 46s34-16 34-46c-4 12-8 17-15 16-6-4-12-3-19-3s-13-1-19 3c-7 1-11-4-15-16z"
        fill="#1e1a24"
      />
    ),
  },
  'grand-mere': {
    backdrop: '#fff3ea',
    skin: '#efc9ab',
    shade: '#d6a683',
    hair: '#b9bac8',
    clothes: (
      <>
        <path d={SHOULDERS} fill="#7c5aa6" />
        <path d="M82 146q18 14 36 0l4 8q-22 18-44 0z" fill="#fafafc" />
        <g fill="#5e3f85">
          <circle cx="100" cy="176" r="3" />
          <circle cx="100" cy="192" r="3" />
        </g>
      </>
    ),
    behind: <path d="M56 88c-6-30 14-52 44-52s50 22 44 52c2 14-4 24-12 26H68c-8-2-14-12-12-26z" />,
    before: (
      <path d="M64 90c-8-6-8-20 0-28 2-14 18-22 36-22s34 8 36 22c8 8 8 22 0 28 0-10-4-18-10-22-4-6-12-6-16-2-6-6-16-6-20 0-6-4-12-2-16 4-6 4-10 10-10 20z" />
    ),
    onFace: (
      <g>
        <g fill="none" stroke="#b34000" stroke-width="2.2">
          <path d="M75 90h20v5a10 10 0 0 1-20 0zM105 90h20v5a10 10 0 0 1-20 0zM95 91q5-3 10 0" />
        </g>
        <path
          d="M70 104q3 3 6 3M130 104q-3 3-6 3"
          fill="none"
          stroke="#d6a683"
          stroke-width="2"
          stroke-linecap="round"
        />
      </g>
    ),
  },
  'collegue-femme': {
    backdrop: '#eceefe',
    skin: '#f4d3ba',
    shade: '#deb192',
    hair: '#b9783a',
    clothes: (
      <>
        <path d={SHOULDERS} fill="#2f7f86" />
        <path d="M84 146q16 24 32 0z" fill="#f4d3ba" />
        <path d="M83 148q17 28 34 0" fill="none" stroke="#ffca00" stroke-width="2" />
      </>
    ),
    behind: (
      <path d="M60 92c-4-34 14-54 40-54s44 20 40 54c0 26 6 50 12 66-12 6-24 4-30-2H78c-6 6-18 8-30 2 6-16 12-40 12-66z" />
    ),
    before: (
      <path d="M63 94c-4-32 10-52 38-52 26 0 40 20 36 52-4-20-16-30-34-36-6 14-22 20-36 22-2 4-4 8-4 14z" />
    ),
  },
  'collegue-homme': {
    backdrop: '#f1f1f7',
    skin: '#e9bb96',
    shade: '#cd9870',
    hair: '#6b6470',
    clothes: (
      <>
        <path d={SHOULDERS} fill="#c6cbf5" />
        <path d="M82 145l18 18 18-18 6 6-18 22-6-8-6 8-18-22z" fill="#fafafc" />
        <path d="M100 168v36" stroke="#9aa4e8" stroke-width="2" />
      </>
    ),
    before: (
      <g>
        <path d="M64 94c-5-18-2-36 10-42 4-4 2 8 0 14-4 8-6 18-6 28zM136 94c5-18 2-36-10-42-4-4-2 8 0 14 4 8 6 18 6 28z" />
        <path d="M78 52c8-8 36-8 44 0-14-3-30-3-44 0z" opacity=".6" />
      </g>
    ),
    onFace: (
      <g fill="none" stroke={INK} stroke-width="2.5">
        <rect x="74" y="84" width="21" height="15" rx="4" />
        <rect x="105" y="84" width="21" height="15" rx="4" />
        <path d="M95 90h10" />
      </g>
    ),
  },
  principale: {
    backdrop: '#fff3ea',
    skin: '#8a573b',
    shade: '#6f422a',
    hair: '#39323c',
    clothes: (
      <>
        <path d={SHOULDERS} fill="#2a2e78" />
        <path d="M80 146l20 34 20-34z" fill="#fafafc" />
        <path d="M86 146q14 16 28 0z" fill="#8a573b" />
        <path d="M78 147l22 36-10 20-30-48zM122 147l-22 36 10 20 30-48z" fill="#3a3f9e" />
      </>
    ),
    behind: <path d="M52 80c-4-30 18-52 48-52s52 22 48 52c2 20-8 32-20 34H72c-12-2-22-14-20-34z" />,
    before: (
      <g>
        <path d="M64 86c-2-22 12-38 36-38s38 16 36 38c-4-12-10-20-20-24-12 3-22 3-32 0-10 4-16 12-20 24z" />
        <path
          d="M60 66c4-14 14-24 28-28-10 8-16 16-18 30zM126 44c6 4 12 12 14 20-4-6-8-12-14-20z"
          fill="#8b8691"
        />
        <g fill="#ffca00">
          <circle cx="65" cy="109" r="3.5" />
          <circle cx="135" cy="109" r="3.5" />
        </g>
      </g>
    ),
  },
  'cpe-homme': {
    backdrop: '#eceefe',
    skin: '#c99368',
    shade: '#ad774d',
    hair: '#241c22',
    clothes: (
      <>
        <path d={SHOULDERS} fill="#b34000" />
        <path d="M82 145l18 16 18-16 5 6-23 22-23-22z" fill="#8c3200" />
        <path d="M84 150l14 44M116 150l-14 44" stroke="#ffca00" stroke-width="3" fill="none" />
        <rect x="90" y="190" width="20" height="14" rx="2" fill="#fafafc" />
      </>
    ),
    before: (
      <path d="M64 86c-2-14 0-24 6-30 2-12 26-20 44-14 18-2 26 18 22 44-2-8-4-14-8-18-8 0-14-2-20-6-10 6-24 6-34 6-4 4-8 10-10 18z" />
    ),
    onFace: <path d="M85 111c6-6 12-6 15-3 3-3 9-3 15 3-6-1-11 0-15-1-4 1-9 0-15 1z" fill="#241c22" />,
  },
  conseillere: {
    backdrop: '#e7f6ec',
    skin: '#b67c55',
    shade: '#99623e',
    hair: '#2f1d18',
    clothes: (
      <>
        <path d={SHOULDERS} fill="#ffca00" />
        <path d="M80 146c2 20 38 20 40 0z" fill="#b67c55" />
        <path d="M79 147c2 24 40 24 42 0" fill="none" stroke="#b38600" stroke-width="3" />
      </>
    ),
    behind: (
      <g>
        <path d="M50 96c-6-38 18-62 50-62s56 24 50 62c8 14 6 32-4 42H54c-10-10-12-28-4-42z" />
        <circle cx="54" cy="80" r="13" />
        <circle cx="146" cy="80" r="13" />
        <circle cx="50" cy="106" r="13" />
        <circle cx="150" cy="106" r="13" />
        <circle cx="56" cy="130" r="13" />
        <circle cx="144" cy="130" r="13" />
      </g>
    ),
    before: (
      <g>
        <path d="M64 92c-4-28 12-48 36-48s40 20 36 48c-4-14-8-22-16-28-14 6-34 4-44-2-4 8-8 16-12 30z" />
        <circle cx="74" cy="54" r="12" />
        <circle cx="92" cy="45" r="12" />
        <circle cx="112" cy="46" r="12" />
        <circle cx="128" cy="57" r="11" />
      </g>
    ),
  },
};
