import { Radio, Stack } from '@mantine/core'
import type { ImportDetail } from '@recado/contracts/imports'
import { useState } from 'react'
import { ActionError } from '../../parts/action-error.tsx'
import { textByKey } from '../../texts/console-texts.ts'
import { useTexts } from '../../texts/use-texts.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { fileOf } from './files-in-hand.ts'
import classes from './import.module.css'
import { useReadFile } from './use-read-file.ts'
import { Status } from '../../ui/status.tsx'

type Question = ImportDetail['questions'][number]

/** What only the clinic can know, with the cells that leave it open. Nothing is chosen beforehand: a guess would be worse. */
export function Questions({ report }: { readonly report: ImportDetail }) {
  const { t } = useTexts()
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({})
  const read = useReadFile()
  const file = fileOf(report.id)
  const open = report.questions.filter(({ about }) => answers[about] === undefined).length
  return (
    <form
      className={classes.card}
      onSubmit={(event) => {
        event.preventDefault()
        if (file) read.mutate({ file, answers })
      }}
    >
      <h2 className={classes.big}>{t('import.questions')}</h2>
      <p className={classes.quiet}>{t('import.questionsBody')}</p>
      {report.questions.map((question) => (
        <Choice
          key={question.about}
          question={question}
          value={answers[question.about]}
          onChange={(value) => setAnswers({ ...answers, [question.about]: value })}
        />
      ))}
      <ActionError error={read.error} />
      {file ? (
        <ActionButton
          type="submit"
          loading={read.isPending}
          disabledReason={open > 0 ? t('off.questions', { count: open }) : undefined}
        >
          {t('import.answer')}
        </ActionButton>
      ) : (
        <Status>{t('import.answerAgain')}</Status>
      )}
    </form>
  )
}

type ChoiceProps = {
  readonly question: Question
  readonly value: string | undefined
  readonly onChange: (value: string) => void
}

function Choice({ question, value, onChange }: ChoiceProps) {
  const { t } = useTexts()
  const label =
    textByKey(t, `import.question.${question.about}`) ?? t('import.question.other', { about: question.about })
  return (
    <Radio.Group
      label={label}
      description={t('import.evidence', { evidence: question.evidence })}
      value={value ?? null}
      onChange={onChange}
    >
      <Stack gap="xs" mt="xs">
        {question.options.map((option) => (
          <Radio key={option} value={option} label={<bdi>{option}</bdi>} />
        ))}
      </Stack>
    </Radio.Group>
  )
}
