import type { ImportDetail } from '@recado/contracts/imports'
import { useTexts } from '../../texts/use-texts.tsx'
import classes from './import.module.css'

/** How the file was understood, for whoever knows the file. */
export function ReadingFacts({ reading }: { readonly reading: ImportDetail['reading'] }) {
  const { t } = useTexts()
  const facts = [
    [t('import.encoding'), reading.encoding],
    [t('import.delimiter'), reading.delimiter === '\t' ? t('import.tab') : reading.delimiter],
    [t('import.dates'), reading.dateFormat],
    [t('import.times'), reading.timeFormat],
  ] as const
  return (
    <details className={classes.problems}>
      <summary>{t('import.reads')}</summary>
      <dl className={classes.reading}>
        {facts.map(([label, value]) =>
          value ? (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <code>{value}</code>
              </dd>
            </div>
          ) : null,
        )}
        {Object.entries(reading.columns).map(([ours, theirs]) => (
          <div key={ours}>
            <dt>{ours}</dt>
            <dd dir="auto">{theirs}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
