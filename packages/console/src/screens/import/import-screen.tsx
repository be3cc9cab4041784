import type { ImportSummary } from '@recado/contracts/imports'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { paths } from '../../api/paths.ts'
import { queries } from '../../api/queries.ts'
import { ActionError } from '../../parts/action-error.tsx'
import { useNow } from '../../parts/use-now.ts'
import { useTexts } from '../../texts/use-texts.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Status } from '../../ui/status.tsx'
import { DropZone } from './drop-zone.tsx'
import classes from './import.module.css'
import { PlaceQuestion } from './place-question.tsx'
import { SourceField } from './source-field.tsx'
import { asksForPlace, useReadFile } from './use-read-file.ts'

export function ImportScreen() {
  const { t } = useTexts()
  const { data } = useSuspenseQuery(queries.imports())
  const [source, setSource] = useState('')
  const read = useReadFile()
  const ask = asksForPlace(read.error) ? read.variables : undefined
  return (
    <Screen title={t('import.title')}>
      {ask ? (
        <PlaceQuestion file={ask.file} busy={read.isPending} onPlace={(place) => read.mutate({ ...ask, place })} />
      ) : (
        <>
          <DropZone
            reading={read.isPending ? read.variables.file.name : undefined}
            onFile={(file) => read.mutate({ file, source: source.trim() })}
          />
          <SourceField value={source} onChange={setSource} />
          <ActionError error={read.error} />
        </>
      )}
      <h2 className={classes.sub}>{t('import.recent')}</h2>
      {data.items.length === 0 ? (
        <Status className={classes.quiet}>
          <strong>{t('import.none')}.</strong> {t('import.noneBody')}
        </Status>
      ) : (
        <ul className={classes.recent}>
          {data.items.map((item) => (
            <li key={item.id}>
              <Recent item={item} />
            </li>
          ))}
        </ul>
      )}
    </Screen>
  )
}

function Recent({ item }: { readonly item: ImportSummary }) {
  const { t, format } = useTexts()
  const now = useNow()
  return (
    <Link to={paths.import} params={{ importId: item.id }} className={classes.entry}>
      <bdi className={classes.file}>{item.source}</bdi>
      <span className={classes.state} data-state={item.state}>
        {t(`import.state.${item.state}`)}
      </span>
      <span className={classes.quiet}>
        {t('import.rows', { count: item.rows })}
        {item.fileName && (
          <>
            {' · '}
            <bdi>{item.fileName}</bdi>
          </>
        )}
      </span>
      <span className={classes.quiet}>
        {format.relative(Date.parse(item.createdAt) - now)}
        {item.by && (
          <>
            {' · '}
            <bdi>{item.by}</bdi>
          </>
        )}
      </span>
    </Link>
  )
}
