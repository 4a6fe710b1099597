/** Colours of both schemes; charts and levels take theirs from here. */
export const colours = `
:root {
  --ground: #f6f5f2;
  --card: #ffffff;
  --ink: #1f2a30;
  --ink-soft: #5a666d;
  --rule: #e3e2dd;
  --accent: #2b6f77;
  --on-accent: #ffffff;
  --track: #eceae4;
  --track-strong: #bcc6c8;
  --care: #fdf3dc;
  --care-edge: #e0a526;

  --steady: #bfe3dc;
  --slipping: #f0b640;
  --stalled: #d1552b;
  --dormant: #47378c;
  --over: #e9e8e4;
  --dot: #1f3a3d;

  --held: #2b6f77;
  --by-mentee: #edb592;
  --by-mentor: #b36a8f;
  --by-programme: #b3bbbf;
  --digital: #7a6bb5;

  --unit-1: #2b6f77;
  --unit-2: #e0a526;
  --unit-3: #47378c;
  --unit-4: #d1552b;
  --unit-5: #5aa9d6;
  --unit-6: #8a9a3b;
  --unit-7: #b35c8f;
  --unit-8: #6b4f3a;
  --unit-9: #7fbfb3;
  --unit-10: #93896f;
  --unit-11: #c98f6b;
  --unit-12: #9aa3a8;
}

@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #14181b;
    --card: #1d2327;
    --ink: #e8eaea;
    --ink-soft: #a3adb2;
    --rule: #313a40;
    --accent: #57a8a8;
    --on-accent: #0f1a1b;
    --track: #2a3237;
    --track-strong: #56636a;
    --care: #33290f;
    --care-edge: #d9a02b;

    --steady: #8ccabf;
    --slipping: #d99a2b;
    --stalled: #cf5530;
    --dormant: #6f5fc0;
    --over: #3d484f;
    --dot: #12292b;

    --held: #57a8a8;
    --by-programme: #77838a;
    --digital: #9a8cd4;

    --unit-1: #57a8a8;
    --unit-3: #8576d1;
    --unit-8: #a98769;
  }
}
`
