// What is known of each rule without looking at records. The rules themselves are functions. They stand with the kinds
// of records that they ask.
#include <algorithm>
#include <array>

#include "mentor/rules.hpp"

namespace mentor {

namespace {

constexpr std::array rules = {
    RuleRow{.rule = Rule::mentee_age,
            .name = "mentee-age",
            .ground = Ground::school,
            .severity = Severity::error,
            .condition =
                {"Возраст наставляемого – в границах, которые модель даёт его категории. Он считается на первый день "
                 "пары; пока у человека нет пары, где он наставляемый, нижняя граница – на сегодня или на более "
                 "поздний день вхождения в программу, а верхняя – на день вхождения. Это предупреждение, если известен "
                 "только год рождения и один из двух возможных "
                 "возрастов подходит.",
                 "The age of a mentee lies within the bounds that the model has for the category. It is taken on the "
                 "pair's first day; for a person not yet in a pair as a mentee, the lower bound is asked for today or "
                 "on a later day of joining, and the upper bound on the day of joining. "
                 "It is a warning when only the year of birth is known and one of the two possible ages fits."},
            .remedy = {"поправить `born`, удалить пару или изменить границы в модели.",
                       "correct `born`, or remove the pair, or change the model's bounds."},
            .acceptable = true},
    RuleRow{.rule = Rule::mentor_age,
            .name = "mentor-age",
            .ground = Ground::school,
            .severity = Severity::error,
            .condition = {"Возраст наставника – в границах, которые модель даёт его категории. На какой день он "
                          "считается и когда это только предупреждение – как в `mentee-age`.",
                          "The age of a mentor lies within the bounds that the model has for the category. The day on "
                          "which it is taken, and when it is only a warning, are as in `mentee-age`."},
            .remedy = {"поправить `born`, удалить пару или изменить границы в модели.",
                       "correct `born`, or remove the pair, or change the model's bounds."},
            .acceptable = true},
    RuleRow{
        .rule = Rule::role_category,
        .name = "role-category",
        .ground = Ground::school,
        .severity = Severity::error,
        .condition = {"Модель разрешает категории человека его роль; наставник пары записан наставником, а "
                      "наставляемый – наставляемым; форма модели берёт только те категории, которым роль разрешена.",
                      "The model allows the person's category the role; a pair's mentor is registered as a mentor and "
                      "its mentee as a mentee; a form of the model pairs categories that may hold the role."},
        .remedy =
            {"записать роль с первого дня пары: `mentor изменить` КОД `роль+=`РОЛЬ `--с` ДЕНЬ, или другую категорию: "
             "`mentor изменить` КОД `категория=`КАТЕГОРИЯ; если так и должно быть, поправить модель.",
             "write the role down from the pair's first day: `mentor edit` ID `roles+=`ROLE `--from` DAY, or "
             "another category: `mentor edit` ID `category=`CATEGORY; if it is to be so, correct the model."},
        .acceptable = true},
    RuleRow{.rule = Rule::form_mentor,
            .name = "form-mentor",
            .ground = Ground::school,
            .severity = Severity::error,
            .condition =
                {"Форма пары берёт наставников этой категории. Сколько участников не берёт ни одна форма – таковы "
                 "выпускники и работодатели в `gymnasium-144`, – сказано в начале отчёта `participants`.",
                 "The pair's form takes a mentor of this category. How many people no form takes, such as graduates "
                 "and employers in `gymnasium-144`, the head of the report `participants` says."},
            .remedy =
                {"взять другую форму или другого наставника; добавить в модель эту категорию к форме или новую форму.",
                 "take another form or another mentor; or add the category to the form, or a form, in the model."},
            .acceptable = true},
    RuleRow{
        .rule = Rule::form_mentee,
        .name = "form-mentee",
        .ground = Ground::school,
        .severity = Severity::error,
        .condition = {"Форма пары берёт наставляемых этой категории.",
                      "The pair's form takes a mentee of this category."},
        .remedy =
            {"взять другую форму или другого наставляемого; добавить в модель эту категорию к форме или новую форму.",
             "take another form or another mentee; or add the category to the form, or a form, in the model."},
        .acceptable = true},
    RuleRow{.rule = Rule::activity_type,
            .name = "activity-type",
            .ground = Ground::school,
            .severity = Severity::error,
            .condition = {"Вид работы есть в перечне формы каждой пары, которая участвовала.",
                          "The type is in the list of the form of every pair that took part."},
            .remedy = {"поправить `type` или добавить вид работы к форме в модели.",
                       "correct `type`, or add the type to the form in the model."}},
    RuleRow{.rule = Rule::activity_date,
            .name = "activity-date",
            .ground = Ground::ours,
            .severity = Severity::error,
            .condition = {"Занятие приходится на срок каждой из своих пар и уже состоялось.",
                          "An activity is on one of the days of each of its pairs, and not in the future."},
            .remedy = {"поправить `on` или сроки пары, `from` и `until`.",
                       "correct `on`, or the pair's `from` or `until`."}},
    RuleRow{
        .rule = Rule::activity_hours,
        .name = "activity-hours",
        .ground = Ground::ours,
        .severity = Severity::warning,
        .condition = {"Занятие не дольше, чем указано в `most-hours` его вида работы, а если там не указано – в "
                      "`norms` модели: больше бывает, когда минуты записаны как часы или весь курс – как одна "
                      "встреча.",
                      "An activity is not longer than `most-hours` of its type says, or else `most-hours` of the "
                      "model's `norms`: more is there when minutes were typed as hours, or a whole course was "
                      "logged as one meeting."},
        .remedy = {"поправить `hours`; записать каждую встречу отдельно; если столько и бывает, указать виду работы "
                   "своё `most-hours`.",
                   "correct `hours`; log each meeting by itself; where so much is usual, give the type a "
                   "`most-hours` of its own."}},
    RuleRow{
        .rule = Rule::activity_repeated,
        .name = "activity-repeated",
        .ground = Ground::ours,
        .severity = Severity::warning,
        .condition = {"Нет другого занятия с тем же днём, видом работы, парами и часами, если только у них не "
                      "разные примечания: одну встречу могли записать двое или один – дважды. Так говорит `check`, "
                      "а `log-activity` – лишь о повторе того, что записано последними двадцатью изменениями. Если "
                      "таких занятий больше двух, для каждого названо одно.",
                      "No other activity has the same day, type, pairs and hours, unless they have two different "
                      "notes: two people may have logged one meeting, or one of them twice. `check` tells of it; "
                      "`log-activity` only where the last twenty changes logged the same. Of more than two each is "
                      "told of with one other."},
        .remedy = {"удалить одну из записей (`mentor удалить`); если это две встречи, написать им разные примечания.",
                   "take one away (`mentor remove`); if they are two meetings, give them two different notes."}},
    RuleRow{
        .rule = Rule::pair_dates,
        .name = "pair-dates",
        .ground = Ground::ours,
        .severity = Severity::error,
        .condition =
            {"Пара не заканчивается раньше, чем началась. В такой паре нет ни одного дня, поэтому "
             "она сосчитана, только если период не задан; в отчёте за период указано, сколько таких пар "
             "не сосчитано. Она не начинается и раньше, чем её участники вошли в программу; это только предупреждение.",
             "A pair does not end before it begins. One that does has no day, so it is counted "
             "only where no period is asked for; a report of a period says how many it leaves out. It does not begin "
             "before its members joined the program either; that is only a warning."},
        .remedy = {"поправить `from` или `until` у пары либо `joined` у человека.",
                   "correct `from` or `until`, or the person's `joined`."}},
    RuleRow{
        .rule = Rule::left_dates,
        .name = "left-dates",
        .ground = Ground::ours,
        .severity = Severity::error,
        .condition = {"У пары нет ни одного дня после того, в который её участник выбыл из программы (`left`); причина "
                      "(`reason`) есть у человека только вместе с этим днём, и она – из тех, по которым выбывают.",
                      "A pair has no day after the one on which a member left the program (`left`); a person has a "
                      "`reason` only with that day, and one for which people leave."},
        .remedy = {"указать паре `until` не позже этого дня; если человек вернулся, убрать `left` и `reason`.",
                   "give the pair an `until` not after that day; if the person came back, clear `left` and "
                   "`reason`."},
        .acceptable = true},
    RuleRow{.rule = Rule::self_pair,
            .name = "self-pair",
            .ground = Ground::ours,
            .severity = Severity::error,
            .condition = {"Наставник и наставляемый – два разных человека.", "Mentor and mentee are two people."},
            .remedy = {"поправить `mentor` или `mentee`.", "correct `mentor` or `mentee`."}},
    RuleRow{.rule = Rule::pair_overlap,
            .name = "pair-overlap",
            .ground = Ground::ours,
            .severity = Severity::error,
            .condition = {"Одни и те же двое не состоят одновременно в двух парах одной формы, кто бы из них ни был "
                          "наставником. Если таких пар больше двух, для каждой названа только одна: из начавшихся "
                          "раньше – та, что длится дольше всех.",
                          "The same two people are not paired twice in one form at one time, in whichever roles. Of "
                          "more than two such pairs each is told of with one other alone, of those that begin before "
                          "it the one that lasts longest."},
            .remedy = {"указать прежней паре `until` или удалить повтор.",
                       "give the former pair its `until`, or remove the repeat."},
            .acceptable = true},
    RuleRow{.rule = Rule::second_mentor,
            .name = "second-mentor",
            .ground = Ground::ours,
            .severity = Severity::warning,
            .condition = {"Ни в один день у наставляемого нет в одной форме больше наставников, чем указано в "
                          "`mentors-per-mentee`; предстоящие пары считаются, отменённые – нет. В двух региональных "
                          "моделях второго наставника не бывает; Р-145 об этом не говорит.",
                          "On no day does a mentee have more mentors in one form than `mentors-per-mentee` says; "
                          "planned pairs count, those that never were do not. Two regional systems forbid a second "
                          "mentor; R-145 does not speak of it."},
            .remedy = {"указать одной из пар `until`; если двух наставников и хотели, изменить `mentors-per-mentee`.",
                       "give one of the pairs its `until`; if several mentors are meant, change `mentors-per-mentee`."},
            .acceptable = true},
    RuleRow{
        .rule = Rule::mentor_load,
        .name = "mentor-load",
        .ground = Ground::ours,
        .severity = Severity::warning,
        .condition = {"В первый день пары у наставника не больше пар, чем он готов вести (`capacity`), а если это не "
                      "указано – чем `mentees-per-mentor`. Пары группового вида в одной форме – одна.",
                      "On the first day of a pair its mentor has no more pairs than they take (`capacity`), else "
                      "`mentees-per-mentor`. The pairs of a group in one form are one."},
        .remedy = {"выбрать другого наставника или записать, сколько этот готов вести.",
                   "choose another mentor, or write down how many this one takes."},
        .acceptable = true},
    RuleRow{
        .rule = Rule::mentor_younger,
        .name = "mentor-younger",
        .ground = Ground::r145,
        .severity = Severity::warning,
        .condition = {"Наставник-обучающийся не младше наставляемого и не из класса младше, если ролевая модель или "
                      "вид не для равных (`peers`).",
                      "A mentor who is a pupil is neither younger than the mentee nor in a lower class, unless the "
                      "role model or the kind is one among equals (`peers`)."},
        .remedy = {"поправить дату рождения или класс, указать ролевую модель равных или выбрать другого.",
                   "correct the birth or the class, give a role model of equals, or choose another."},
        .acceptable = true},
    RuleRow{
        .rule = Rule::young_specialist,
        .name = "young-specialist",
        .ground = Ground::r145,
        .severity = Severity::warning,
        .condition = {"У наставляемого молодого специалиста педагогический стаж (`teaching-since`) в первый день пары "
                      "меньше `young-years` лет.",
                      "A mentee who is a young specialist has taught (`teaching-since`) for less than `young-years` "
                      "years on the pair's first day."},
        .remedy = {"записать новую категорию (`mentor изменить … категория=teacher --с ДЕНЬ`).",
                   "write the new category down (`mentor edit … category=teacher --from DAY`)."},
        .acceptable = true},
    RuleRow{
        .rule = Rule::age_during_pair,
        .name = "age-during-pair",
        .ground = Ground::r145,
        .severity = Severity::note,
        .condition = {"Пока пара работает, её участник не перешёл верхнюю границу возраста своей роли. Пара может "
                      "работать дальше; новой с ним уже не будет.",
                      "While a pair works, no member has passed the upper age of the role. The pair may go on; there "
                      "will be no new one."},
        .remedy = {"ничего; при желании завершить пару.", "nothing; end the pair if you like."},
        .acceptable = true},
    RuleRow{.rule = Rule::form_word,
            .name = "form-word",
            .ground = Ground::r145,
            .severity = Severity::error,
            .condition = {"Ролевая модель и вид наставничества – из тех, что есть у формы.",
                          "The role model and the kind are among those of the form."},
            .remedy = {"поправить `role-model` или `kind` либо дополнить форму в модели.",
                       "correct `role-model` or `kind`, or add to the form in the model."}},
    RuleRow{
        .rule = Rule::pair_length,
        .name = "pair-length",
        .ground = Ground::r145,
        .severity = Severity::warning,
        .condition = {"Пара с последним днём длится столько месяцев, сколько указано у формы (`pair-months`); короче "
                      "– только если она завершилась досрочно, продолжена другой или её вид это позволяет "
                      "(`short`).",
                      "A pair with a last day lasts as many months as the form says (`pair-months`); it is shorter "
                      "only if it ended early, goes on in another pair, or is of a kind that may (`short`)."},
        .remedy = {"поправить `until` или указать вид.", "correct `until`, or give a kind."},
        .acceptable = true},
    RuleRow{
        .rule = Rule::pair_continues,
        .name = "pair-continues",
        .ground = Ground::ours,
        .severity = Severity::error,
        .condition = {"Пара, которую продолжает другая (`continues`), той же формы и с тем же наставляемым, "
                      "завершается раньше её первого дня, и продолжает её одна пара; круга нет.",
                      "A pair that another goes on with (`continues`) is of the same form and mentee and ends before "
                      "its first day; one pair goes on with it, and there is no ring."},
        .remedy = {"поправить `continues` или день завершения прежней пары.",
                   "correct `continues`, or the day on which the former pair ends."}},
    RuleRow{.rule = Rule::pair_end,
            .name = "pair-end",
            .ground = Ground::ours,
            .severity = Severity::error,
            .condition = {"У пары есть итог (`reason`) только вместе с последним днём (`until`), кроме отменённой; "
                          "`side` и `rematch` – только вместе с итогом; и итог – из тех, которые бывают у пар.",
                          "A pair has a `reason` only with its last day (`until`), unless it is void; `side` and "
                          "`rematch` only with a `reason`; and the reason is one of those for pairs."},
            .remedy = {"закончить пару командой `mentor завершить` или убрать лишнее.",
                       "end the pair with `mentor end`, or clear what is too much."}},
    RuleRow{.rule = Rule::pair_practice,
            .name = "pair-practice",
            .ground = Ground::ours,
            .severity = Severity::error,
            .condition = {"Программа пары – той же формы. Дни пары вне дней программы – предупреждение.",
                          "A practice of a pair has the form of the pair. Days of the pair outside those of the "
                          "practice are a warning."},
            .remedy = {"поправить `practices` у пары либо дни программы.",
                       "correct the pair's `practices`, or the days of the practice."},
            .acceptable = true},
    RuleRow{
        .rule = Rule::pause_dates,
        .name = "pause-dates",
        .ground = Ground::ours,
        .severity = Severity::error,
        .condition = {"Приостановка начинается в один из дней каждой своей пары, и ни один день пары не стоит в "
                      "двух приостановках. Кончается она не позже самой пары, даже если записана дольше. О записанной "
                      "приостановке, до которой пара не дожила, – предупреждение.",
                      "A pause begins on one of the days of each of its pairs, and no day of a pair is in two "
                      "pauses. It ends with the pair at the latest, even where it is written longer. "
                      "One that its pair did not live to see is a warning."},
        .remedy = {"поправить `from` или `until` приостановки либо убрать пару из `pairs`.",
                   "correct the pause's `from` or `until`, or take the pair out of `pairs`."}},
    RuleRow{.rule = Rule::paused_activity,
            .name = "paused-activity",
            .ground = Ground::ours,
            .severity = Severity::warning,
            .condition = {"В день занятия ни одна из его пар не приостановлена. Смотрит только `check`.",
                          "On the day of an activity none of its pairs is paused. `check` alone looks at it."},
            .remedy = {"поправить дату занятия или закончить приостановку (`mentor возобновить`).",
                       "correct the day of the activity, or end the pause (`mentor resume`)."}},
    RuleRow{.rule = Rule::missed_hours,
            .name = "missed-hours",
            .ground = Ground::ours,
            .severity = Severity::error,
            .condition = {"У занятия, на которое кто-то не пришёл (`missed`), нет часов.",
                          "An activity to which somebody did not come (`missed`) has no hours."},
            .remedy = {"убрать `hours` или `missed`.", "take `hours` or `missed` away."}},
    RuleRow{.rule = Rule::step_place,
            .name = "step-place",
            .ground = Ground::ours,
            .severity = Severity::error,
            .condition = {"Мероприятие входит в план пар, или в план программы, или – без тех и другой – в дорожную "
                          "карту; тогда его `part` – один из этапов `stages`. В плане пар `part` – раздел их формы, и "
                          "форма у этих пар одна.",
                          "A step belongs to the plan of pairs, or to that of a practice, or, with neither, to the "
                          "road map; then its `part` is one of `stages`. In the plan of pairs `part` is a section of "
                          "their form, and the pairs have one form."},
            .remedy = {"поправить `part` либо убрать `pairs` или `practice`.",
                       "correct `part`, or take `pairs` or `practice` away."}},
    RuleRow{.rule = Rule::step_dates,
            .name = "step-dates",
            .ground = Ground::ours,
            .severity = Severity::error,
            .condition = {"Срок мероприятия не позже последнего дня хотя бы одной из его пар; `result` и `mark` есть "
                          "только у выполненного. Срок вне дней программы – предупреждение.",
                          "A step is due no later than the last day of one of its pairs; only one that is done has "
                          "`result` or `mark`. A day outside those of its practice is a warning."},
            .remedy = {"поправить `due` или записать день выполнения (`mentor выполнено`).",
                       "correct `due`, or write down the day on which it was done (`mentor done`)."}},
    RuleRow{.rule = Rule::mentor_untrained,
            .name = "mentor-untrained",
            .ground = Ground::r145,
            .severity = Severity::warning,
            .condition = {"Наставник пары, которая действует или предстоит, прошёл обучение наставников не позже её "
                          "первого дня. Действует с первой записи об обучении, вид которого обучает наставников.",
                          "The mentor of a pair that is open or to begin was trained as a mentor by its first day. In "
                          "force from the first training of a type that trains mentors."},
            .remedy = {"записать обучение (`mentor добавить обучение mentor-school …`).",
                       "write the training down (`mentor add training mentor-school …`)."},
            .acceptable = true},
    RuleRow{
        .rule = Rule::document_missing,
        .name = "document-missing",
        .ground = Ground::ours,
        .severity = Severity::error,
        .condition =
            {"У пары, которая действует или предстоит, и у каждого в ней есть документы, которых требует модель "
             "(`documents`), и они действуют в первый день пары, а потом – сегодня. Документ каждого вида требуется с "
             "первой такой записи, и тогда это предупреждение; если в модели `required: yes` – то, что указано в его "
             "`severity`; если `required: no` – никогда. Согласия: 152-ФЗ; соглашение с педагогом: ст. 351.8 ТК.",
             "A pair that is open or to begin, and each of its members, has the papers that the model "
             "asks for (`documents`); they count on the pair's first day, and later today. A type of "
             "paper is asked for from the first such record on, and then this is a warning; with "
             "`required: yes` it is what its `severity` says; with `required: no` it never is. Consents: "
             "152-FZ; a teacher's agreement: Labour Code, art. 351.8."},
        .remedy = {"записать документ (`mentor добавить документ …`), а если его нет – получить.",
                   "write the paper down (`mentor add document …`), or get it first."},
        .acceptable = true},
    RuleRow{.rule = Rule::document_subject,
            .name = "document-subject",
            .ground = Ground::ours,
            .severity = Severity::error,
            .condition = {"У документа указаны те, кого он касается по своему виду (`of`): один человек, люди, пары "
                          "или никто. Согласие – документ одного человека, чтобы его можно было отозвать.",
                          "A document names those whom its type is about (`of`): one person, people, pairs or nobody. "
                          "A consent is one person's, so that it can be withdrawn alone."},
            .remedy = {"поправить `people` и `pairs` или `type`; на каждого человека – отдельный документ.",
                       "correct `people` and `pairs`, or `type`; each person has a document of their own."}},
    RuleRow{.rule = Rule::document_signer,
            .name = "document-signer",
            .ground = Ground::ours,
            .severity = Severity::error,
            .condition = {"Согласие того, кто младше `adult-age`, подписал законный представитель (`by: "
                          "representative`), остальные – сами (`by: self`); возраст – на день подписания (152-ФЗ).",
                          "The consent of someone below `adult-age` is signed by a representative (`by: "
                          "representative`), that of others by themselves (`by: self`); the age is that of the day of "
                          "signature (152-FZ)."},
            .remedy = {"поправить `by` или дату рождения; если подписал не тот – получить новое согласие.",
                       "correct `by` or the day of birth; if the wrong person signed, get a new consent."},
            .acceptable = true},
    RuleRow{.rule = Rule::document_late,
            .name = "document-late",
            .ground = Ground::ours,
            .severity = Severity::warning,
            .condition = {"Первый документ, который требуется от человека, подписан не позже, чем он вошёл в программу "
                          "(`joined`) или получил роль; документ пары – не позже её первого дня.",
                          "The first paper that is asked of a person was signed no later than the day of joining "
                          "(`joined`) or of the role; that of a pair no later than its first day."},
            .remedy = {"поправить `on` или `joined`, если день записан неверно.",
                       "correct `on` or `joined` if a day is wrong."},
            .acceptable = true},
    RuleRow{
        .rule = Rule::document_renew,
        .name = "document-renew",
        .ground = Ground::ours,
        .severity = Severity::note,
        .condition = {"Действующий документ участника пары подписан не раньше дня `renew-before` своего вида: с 1 "
                      "сентября 2025 г. согласие на обработку – отдельный документ (156-ФЗ).",
                      "A paper that counts, of a member of a pair, was signed no earlier than `renew-before` of its "
                      "type: since 1 September 2025 a consent to processing is a paper of its own (156-FZ)."},
        .remedy = {"посмотреть, отдельный ли это документ, и если нет – получить новый.",
                   "see whether it is a paper of its own, and if not, get a new one."},
        .acceptable = true},
    RuleRow{.rule = Rule::survey_subject,
            .name = "survey-subject",
            .ground = Ground::ours,
            .condition = {"Анкету наставляемого или наставника заполняет один человек: все её пары – той формы, для "
                          "которой она составлена, и в каждой он в этой роли. У анкеты о программе в целом пар нет. На "
                          "указанном этапе в анкете есть вопросы.",
                          "One person fills in a questionnaire of mentees or of mentors: all its pairs are of the form "
                          "that it is made for, and he has that role in each. A sheet of the whole program has no "
                          "pairs. The instrument has questions at that stage."},
            .remedy = {"указать другие пары, другой этап или другую анкету: `mentor изменить`.",
                       "name other pairs, another stage or another instrument: `mentor edit`."}},
    RuleRow{.rule = Rule::survey_answer,
            .name = "survey-answer",
            .ground = Ground::r145,
            .condition = {"Ответы – на вопросы, которые есть в анкете на этом этапе, и каждый в пределах шкалы своего "
                          "вопроса.",
                          "The answers are to questions that the instrument has at that stage, and each lies within "
                          "the scale of its question."},
            .remedy =
                {"исправить ответ: `mentor изменить` КОД `ответы.comfort=`8; вопросы и шкалы – `mentor показать модель "
                 "анкеты`.",
                 "mend the answer: `mentor edit` ID `answers.comfort=`8; for questions and scales: `mentor show "
                 "model instruments`."}},
    RuleRow{.rule = Rule::survey_repeat,
            .name = "survey-repeat",
            .ground = Ground::ours,
            .condition = {"Один человек заполняет анкету на одном этапе для одной пары один раз; анкета о программе "
                          "заполняется на одном этапе в один день один раз.",
                          "A person fills in an instrument at one stage for one pair once; a sheet of the program is "
                          "filled in at one stage on one day once."},
            .remedy = {"удалить лишнюю: `mentor удалить`, или указать другой этап: `mentor изменить` КОД `когда=`.",
                       "remove one of them: `mentor remove`, or give it another stage: `mentor edit` ID `stage=`."}},
    RuleRow{.rule = Rule::survey_date,
            .name = "survey-date",
            .ground = Ground::r145,
            .severity = Severity::warning,
            .condition = {"Входная анкета заполнена не позже чем через `survey-days` дней после начала пары, итоговая "
                          "– не раньше чем за столько же дней до её окончания.",
                          "The first questionnaire is filled in within `survey-days` days of the pair's first day, the "
                          "last one within as many of its last day."},
            .remedy = {"исправить дату: `mentor изменить` КОД `дата=`, или признать исключением пары.",
                       "correct the day: `mentor edit` ID `on=`, or accept the pair as an exception."},
            .acceptable = true},
    RuleRow{
        .rule = Rule::practice_consent,
        .name = "practice-consent",
        .ground = Ground::ours,
        .severity = Severity::error,
        .condition =
            {"У программы, которая опубликована (`published`), каждый автор и каждый участник пары, которая назвала её "
             "в `practices` и началась не позже этого дня, дал согласие, вид которого в модели – с `publishes: yes`, и "
             "в день публикации оно действует (152-ФЗ, ст. 10.1). Если такого вида документа в модели нет или данные "
             "человека удалены, правило не спрашивает.",
             "Each author of a practice that is published (`published`), and each member of a pair that names it in "
             "`practices` and began by that day, gave a consent of a type with `publishes: yes` in the model, which "
             "counts on the day of publication (152-FZ, art. 10.1). Nothing is asked where the model has no such type, "
             "nor of a person whose data was removed."},
        .remedy =
            {"записать согласие (`mentor добавить документ distribution-consent …`); пока его нет – убрать человека "
             "из опубликованного, а пару или автора – из записи, либо очистить `published`. Если в публикации "
             "никого нельзя узнать, принять исключение у пары или у человека.",
             "write the consent down (`mentor add document distribution-consent …`); until there is one, take "
             "the person out of what is published and the author or the pair out of the record, or clear "
             "`published`. If nobody can be recognized in it, accept an exception for the pair or the person."},
        .acceptable = true},
    RuleRow{.rule = Rule::date_order,
            .name = "date-order",
            .ground = Ground::ours,
            .severity = Severity::error,
            .condition = {"Конец не раньше начала: человек выбыл (`left`) не раньше, чем вошёл в программу (`joined`), "
                          "приостановка, программа, обучение и документ кончаются (`until`, `withdrawn`) не раньше, "
                          "чем начались, и ни "
                          "одно значение с днями не начинается до рождения человека.",
                          "No end is before its beginning: nobody left (`left`) before joining (`joined`), no pause, "
                          "practice, training or document ends (`until`, `withdrawn`) before it began, and no value "
                          "with days begins before "
                          "the birth."},
            .remedy = {"поправить тот из двух дней, который записан неверно.",
                       "correct the one of the two days that is wrong."}},
    RuleRow{
        .rule = Rule::future_date,
        .name = "future-date",
        .ground = Ground::ours,
        .severity = Severity::error,
        .condition = {"День, в который что-то было сделано, не позже сегодняшнего: `on` связи куратора, обучения и "
                      "документа, `withdrawn` документа, `done` мероприятия, `published` программы.",
                      "A day on which something was done is not after today: `on` of a contact, training or document, "
                      "`withdrawn` of a document, `done` of "
                      "a step, `published` of a practice."},
        .remedy = {"поправить день; о том, что ещё предстоит, записи нет.",
                   "correct the day; what is still to come has no such record."}},
    RuleRow{.rule = Rule::duplicate_person,
            .name = "duplicate-person",
            .ground = Ground::ours,
            .severity = Severity::warning,
            .condition =
                {"Нет другого человека с тем же именем, у которого может быть та же дата рождения. Прописные и "
                 "строчные, е и ё, порядок слов, виды апострофов, дефисов и тире, похожие русские и латинские буквы "
                 "не различаются, сравниваются все имена человека. Инициалы и пропущенное отчество тоже годятся, но "
                 "тогда, если полные даты рождения обоих не совпадают, не должны различаться категория и класс. Если "
                 "таких людей больше двух, для каждого названо только одно совпадение; когда оно исправлено, "
                 "называется следующее.",
                 "No other person has the same name and a birth date that may be the same. Capitals, the letters yo "
                 "and ye, the order of the words, the kind of an apostrophe, hyphen or dash, and Latin letters that "
                 "look like Cyrillic ones make no difference; all names of a person are taken. Initials and a missing "
                 "patronymic will do as well, but then, unless both have the same day of birth, the category and the "
                 "class must not differ. Of more than two such people each is told of with one other alone; once that "
                 "is mended, the next is told of."},
            .remedy = {"в парах, где стоит код одной из двух записей, поставить код другой (`mentor изменить`), затем "
                       "удалить первую (`mentor удалить`); если это разные люди, указать обоим полные даты рождения.",
                       "put the other id into the pairs that name one of the two (`mentor edit`), then remove that one "
                       "(`mentor remove`); if they are two people, give both their days of birth."},
            .acceptable = true},
    RuleRow{
        .rule = Rule::look_alike_letters,
        .name = "look-alike-letters",
        .ground = Ground::ours,
        .severity = Severity::warning,
        .condition = {"В имени и в названии класса нет слова, в котором смешаны русские и латинские буквы "
                      "(«3D-моделирование» – два слова), и класс не отличается от того же класса у других только "
                      "похожими буквами, прописными и строчными или пробелами. Класс с латинской буквой – в отчёте "
                      "отдельная строка.",
                      "No word of a name or a class mixes Cyrillic and Latin letters, and no class differs from "
                      "the same class of other people in letters that look alike, in capitals or in blanks alone. "
                      "A class with a letter of the other alphabet has a line of its own in reports."},
        .remedy = {"написать так, как сказано: `mentor изменить` КОД `класс=`7А; буквы набирать на одной раскладке.",
                   "write what the sentence says: `mentor edit` ID `unit=`7A; type all letters in one alphabet."},
        .acceptable = true},
    RuleRow{.rule = Rule::private_words,
            .name = "private-words",
            .ground = Ground::ours,
            .severity = Severity::warning,
            .condition = {"В текстах записей нет слов о здоровье и семье, которые перечислены в модели "
                          "(`private-words`): 152-ФЗ, ст. 10.",
                          "No text of a record has words about health and family that the model lists "
                          "(`private-words`): 152-FZ, art. 10."},
            .remedy = {"написать то же без этих слов.", "say the same without these words."},
            .acceptable = true},
    RuleRow{
        .rule = Rule::dangling_reference,
        .name = "dangling-reference",
        .ground = Ground::ours,
        .severity = Severity::error,
        .condition = {"Запись, на которую ссылаются, есть; категория, которую называет форма, есть в модели. Запись, "
                      "файл которой есть, но не прочитан, отсутствующей не считается. Если команде назвали запись, "
                      "которой нет, она скажет об этом с именем этого правила и завершится с кодом 3. С ним же "
                      "`remove` называет записи, в которых указана удаляемая, и ничего не удаляет. Если записи, в "
                      "которых она может быть указана, не читаются, `remove` даёт предупреждение об этом.",
                      "A record that is named is there; a category that a form names is in the model. A record whose "
                      "file is there but was not read does not count as missing. A command that is given a record that "
                      "is not there says so with this name and ends with exit status 3. `remove` tells so of the "
                      "records that name the one to remove, and removes nothing. When records that may name it cannot "
                      "be read, `remove` gives a warning of it."},
        .remedy = {"поправить код или вернуть файл.", "correct the id, or bring the file back."}},
    RuleRow{
        .rule = Rule::duplicate_id,
        .name = "duplicate-id",
        .ground = Ground::ours,
        .severity = Severity::error,
        .condition =
            {"Нет двух записей одного вида и двух строк одного перечня модели с одним и тем же кодом. Новой записи "
             "команды не дают кода, который есть у записи любого вида; если же код у записей разных видов уже общий, "
             "это не ошибка. Пока код у двух записей одного вида общий, под ним понимается запись из файла с этим "
             "именем, а если "
             "такого нет – первая; только она и считается. Остальные правила тоже смотрят на неё.",
             "No two records of one kind, and no two entries of one list of the model, have the same id. A command "
             "that makes a record refuses the id of a record of any kind; records of two kinds that share one already "
             "are right. Until two of one kind are mended, the record in the file of that name, or else the first, is "
             "meant wherever the id stands, and it alone is counted. The other rules look at it, too."},
        .remedy =
            {"если это одна и та же запись дважды (например, в файле за год и отдельно), удалить одну командой "
             "`mentor удалить` КОД `--в-файле` ФАЙЛ; если разные, дать одной из них другой код и другое имя файла.",
             "if it is the same record twice (packed and loose, say), take one away with `mentor remove` ID "
             "`--file` FILE; else give one of them another id and file name."}},
    RuleRow{
        .rule = Rule::file_name,
        .name = "file-name",
        .ground = Ground::ours,
        .severity = Severity::error,
        .condition = {"Файл называется кодом своей записи. Код нового занятия не похож на учебный год. О файле "
                      "в папках с записями, который записью не является, говорит только предупреждение.",
                      "A file is named by the id of its record. An activity's new id does not look like a school year. "
                      "A file in the folders of the records that is no record is only a warning."},
        .remedy = {"переименовать файл (это сделает `mentor проверить --исправить`) или поправить `id`; посторонние "
                   "файлы убрать "
                   "в другое место.",
                   "rename the file (`mentor check --fix` does it) or correct `id`; move other files elsewhere."}},
    RuleRow{
        .rule = Rule::file_ignored,
        .name = "file-ignored",
        .ground = Ground::ours,
        .severity = Severity::error,
        .condition =
            {"Файл с записью называется её кодом и оканчивается на `.yaml` строчными буквами, а папка – так, как она "
             "названа в `mentor`(1). Файл или папка с другим именем – например `x.yml`, `x.YAML`, `x (1).yaml`, «x – "
             "копия.yaml», `x.sync-conflict-….yaml`, `Participants/`, копия файла за год – не читается, даже если "
             "записи больше нигде нет. Код такой записи считается занятым, а каждый отчёт говорит, сколько файлов не "
             "прочитано.",
             "A record's file is named by the record's id and ends in `.yaml` in small letters; its folder is named as "
             "`mentor`(1) says. A file or a folder of another name, such as `x.yml`, `x.YAML`, `x (1).yaml`, `x - "
             "Copy.yaml`, `x.sync-conflict-….yaml`, `Participants/`, a copy of a packed year, is not read, even if "
             "the record stands nowhere else. Its id counts as taken, and every report says how many files were not "
             "read."},
        .remedy = {"`mentor проверить --исправить` переименует такой файл, если другой записи с этим кодом нет, и "
                   "удалит его, "
                   "если он говорит то же, что и сама запись. Если он говорит другое, перенесите в запись то, что "
                   "верно только здесь, и удалите его.",
                   "`mentor check --fix` renames such a file where no other record has the id, and removes one that "
                   "says the same as the record. If it says something else, carry over what is right only here, then "
                   "delete it."}},
    RuleRow{
        .rule = Rule::yaml_syntax,
        .name = "yaml-syntax",
        .ground = Ground::ours,
        .severity = Severity::error,
        .condition =
            {"Файл – в UTF-8, и в нём YAML, каким его описывает `mentor-records`(5); на чтение файла есть права, и это "
             "именно файл, а не папка, ссылка, устройство или канал. Иначе запись не читается, а остальные читаются. О "
             "том, "
             "что запись оформлена слишком необычно, говорит только `edit` – о записи, которая читается без ошибок.",
             "The file is UTF-8 and YAML as far as `mentor-records`(5) allows, may be read, and is a file, not a "
             "folder, link, device or pipe. Else the record is not read; the others are. That a record is laid out too "
             "unusually is said by `edit` alone, of a record that is read without fault."},
        .remedy = {"так, как сказано; чаще всего в кавычки надо взять текст с двоеточием или знаком `#`. Если "
                   "указанная строка написана правильно, поищите выше неё незакрытую кавычку.",
                   "as the sentence says; often a text with a colon or a `#` wants quotes. Where nothing is wrong on "
                   "the line that is told, look above it for a quote that is not closed."},
        .unreadable = true},
    RuleRow{.rule = Rule::duplicate_key,
            .name = "duplicate-key",
            .ground = Ground::ours,
            .severity = Severity::error,
            .condition = {"Каждое поле стоит в записи один раз. Иначе запись не читается.",
                          "A field stands once in a record. Else the record is not read."},
            .remedy = {"оставить верную строку.", "keep the right line."},
            .unreadable = true},
    RuleRow{.rule = Rule::unknown_key,
            .name = "unknown-key",
            .ground = Ground::ours,
            .severity = Severity::warning,
            .condition = {"Все поля – из описанных в `mentor-records`(5) или начинаются с `x-`. Иначе запись читается "
                          "без этого поля.",
                          "Every field is one of `mentor-records`(5), or begins with `x-`. Else the record is read "
                          "without that field."},
            .remedy = {"поправить имя поля; если это поле самой школы, назвать его `x-phone`.",
                       "correct the field's name; if it is the school's own, call it `x-phone`."}},
    RuleRow{.rule = Rule::field_missing,
            .name = "field-missing",
            .ground = Ground::ours,
            .severity = Severity::error,
            .condition = {"Каждое обязательное поле есть и не пусто. Иначе запись не читается.",
                          "Every required field is there and not empty. Else the record is not read."},
            .remedy = {"добавить поле или его значение; если в имени поля опечатка, о ней скажет и `unknown-key`.",
                       "add the field or its value; if its name is misspelt, `unknown-key` tells of it as well."}},
    RuleRow{
        .rule = Rule::field_value,
        .name = "field-value",
        .ground = Ground::ours,
        .severity = Severity::error,
        .condition =
            {"Значение такое, какое может быть у этого поля, а слово модели есть в модели. Если не подходит значение "
             "необязательного поля, запись читается без него, и каждый отчёт говорит, сколько значений не учтено; если "
             "обязательного – не читается. Дата рождения позже сегодняшнего дня тоже не подходит. О категории или "
             "форме, которых нет в модели, говорится, но запись читается.",
             "A value is one that its field can hold, and a word of the model where it should be one. A wrong value of "
             "an optional field is left out and the record read without it, and every report says how many values it "
             "leaves out; with a wrong value of a required field it is not read. A birth after today is a wrong value "
             "as well. "
             "A category or form that the model does not have is told, and the record is read."},
        .remedy = {"написать так, как сказано. О неподходящей дате рождения (`born`) говорится один раз: `mentee-age` "
                   "и `mentor-age` о ней уже не напоминают.",
                   "write what the sentence says. A wrong `born` is told once: `mentee-age` and `mentor-age` do not "
                   "ask for it as well."}},
    RuleRow{.rule = Rule::not_canonical,
            .name = "not-canonical",
            .ground = Ground::ours,
            .severity = Severity::note,
            .condition = {"Значение записано так, как его пишет сам `mentor`. Дата `05.11.2026`, часы `1,5` или `90 "
                          "мин`, название вместо кода понимаются так же, как в команде, и учитываются полностью.",
                          "A value is written as `mentor` writes it. A date `05.11.2026`, hours `1,5` or `90 min`, a "
                          "label in place of an id are understood as in a command, and count in full."},
            .remedy = {"выполнить `mentor проверить --исправить`: он перепишет такие значения.",
                       "run `mentor check --fix`, which rewrites such values."}},
    RuleRow{.rule = Rule::conflict_marker,
            .name = "conflict-marker",
            .ground = Ground::ours,
            .severity = Severity::error,
            .condition = {"Ни одна строка не начинается с метки конфликта git: семи или более знаков `<`, `=`, `>` или "
                          "`|`, после которых стоит пробел или нет ничего. Иначе запись не читается; в файле за "
                          "учебный год остальные читаются.",
                          "No line begins with a conflict marker of git: seven or more of `<`, `=`, `>` or `|`, with a "
                          "blank or nothing after them. Else the record is not read; in a packed year the others are."},
            .remedy =
                {"в файле за учебный год – см. `mentor-records`(5), GIT; в остальных – оставить одну из двух версий и "
                 "удалить строки с метками.",
                 "in a packed year see `mentor-records`(5), GIT; elsewhere keep one version, delete the marker lines."},
            .unreadable = true},
    RuleRow{
        .rule = Rule::newer_schema,
        .name = "newer-schema",
        .ground = Ground::ours,
        .severity = Severity::error,
        .condition = {"Схема записи или `program.yaml` и редакция модели известны этой версии. Иначе файл не читается.",
                      "The schema of the record, or of `program.yaml`, and the edition of the model are known to this "
                      "version. Else the file is not read."},
        .remedy = {"обновить `mentor`.", "update `mentor`."},
        .unreadable = true},
    RuleRow{
        .rule = Rule::older_schema,
        .name = "older-schema",
        .ground = Ground::ours,
        .severity = Severity::warning,
        .condition =
            {"Схема `program.yaml` – нынешняя. Иначе читается всё, но записи нельзя создавать, править, удалять и "
             "складывать "
             "в файл за год. Команда, которая должна это сделать, сообщит о том же, но не назовёт ни файла, ни строки, "
             "ни правила, и завершится с кодом 1.",
             "`program.yaml` is of the present schema. Else everything is read, but no record is made, changed, "
             "removed or "
             "packed. A command that would do so says the same, without place and name, and ends with exit status 1."},
        .remedy = {"выполнить `mentor обновить-формат`; что он меняет, сказано в `mentor-records`(5), СХЕМА.",
                   "run `mentor migrate`; what it changes, `mentor-records`(5) says, SCHEMA."}},
    RuleRow{.rule = Rule::accept_unused,
            .name = "accept-unused",
            .ground = Ground::ours,
            .severity = Severity::note,
            .condition = {"Каждое исключение, принятое у человека или пары (`accept`), нужно: без него правило нашло "
                          "бы что-нибудь, что их касается. Говорит об этом только `check`.",
                          "Every exception that a person or a pair accepts (`accept`) is needed: without it the rule "
                          "would find something that concerns them. `check` alone tells it."},
            .remedy = {"убрать исключение: `mentor изменить` КОД `исключение.`ПРАВИЛО`=`.",
                       "take the exception out: `mentor edit` ID `accept.`RULE`=`."}},
};

constexpr bool is_told(const FixedLabel& text) { return !text.ru.empty() && !text.en.empty(); }

constexpr bool rows_are_whole_and_follow_the_enumeration() {
  for (std::size_t index = 0; index < rules.size(); ++index) {
    const RuleRow& row = rules[index];
    if (static_cast<std::size_t>(row.rule) != index || !is_told(row.condition) || !is_told(row.remedy)) {
      return false;
    }
  }
  return true;
}
static_assert(rows_are_whole_and_follow_the_enumeration());

const RuleRow& row_of(Rule rule) { return rules[static_cast<std::size_t>(rule)]; }

}  // namespace

std::span<const RuleRow> all_rules() { return rules; }
std::string_view name_of(Rule rule) { return row_of(rule).name; }
Severity severity_of(Rule rule) { return row_of(rule).severity; }
bool is_unreadable(Rule rule) { return row_of(rule).unreadable; }
bool is_acceptable(Rule rule) { return row_of(rule).acceptable; }

std::optional<Rule> rule_named(std::string_view name) {
  const auto* const found =
      std::find_if(rules.begin(), rules.end(), [&](const RuleRow& row) { return row.name == name; });
  return found == rules.end() ? std::nullopt : std::optional{found->rule};
}

std::vector<std::string> acceptable_rules() {
  std::vector<std::string> names;
  for (const RuleRow& row : rules) {
    if (row.acceptable) {
      names.emplace_back(row.name);
    }
  }
  return names;
}

std::vector<std::string> raisable_rules() {
  std::vector<std::string> names;
  for (const RuleRow& row : rules) {
    if (row.severity != Severity::note) {
      names.emplace_back(row.name);
    }
  }
  return names;
}

}  // namespace mentor
