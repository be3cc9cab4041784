import { Button, Loader } from '@mantine/core'
import { FileSpreadsheet } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTexts } from '../../texts/use-texts.tsx'
import { useNow } from '../../parts/use-now.ts'
import { exampleBook } from './example-book.ts'
import classes from './import.module.css'
import { Status } from '../../ui/status.tsx'

type Props = { readonly reading: string | undefined; readonly onFile: (file: File) => void }

/** Takes a file by dropping or by choosing; dropping always has its button beside it (WCAG 2.5.7). */
export function DropZone({ reading, onFile }: Props) {
  const { t } = useTexts()
  const now = useNow()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (file: File | null | undefined): void => {
    setOver(false)
    if (file && !reading) onFile(file)
  }
  return (
    <div
      className={classes.zone}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        take(event.dataTransfer.files[0])
      }}
    >
      {reading ? (
        <Status>
          <Loader size="sm" /> {t('import.reading', { file: reading })}
        </Status>
      ) : (
        <>
          <FileSpreadsheet size={28} strokeWidth={1.5} aria-hidden />
          <strong>{t('import.drop')}</strong>
          <p>{t('import.dropBody')}</p>
          <Button onClick={() => input.current?.click()}>{t('import.choose')}</Button>
          <a href={`data:text/csv;charset=utf-8,${encodeURIComponent(exampleBook(now))}`} download="recado-example.csv">
            {t('import.example')}
          </a>
        </>
      )}
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,.tsv,.xlsx,.xls,text/csv"
        aria-label={t('import.choose')}
        tabIndex={-1}
        className={classes.hidden}
        onChange={(event) => {
          take(event.currentTarget.files?.[0])
          event.currentTarget.value = '' // the same file may be chosen again after it was mended
        }}
      />
    </div>
  )
}
