//! Sentences about one person, from an invented country, with what they tell; the tests run them.
//!
//! Texts are written for this file. As many hold no count of one as hold one.

/// Text and its claims as `kind words = value class`, with ` part`, ` form` where they are not the usual.
pub(super) const EXAMPLES: &[(&str, &str)] = &[
    (
        "A policeman was killed at the gate of Orla prison.",
        "killed A policeman = 1 security_force implicit",
    ),
    (
        "Gunmen shot dead a local official in Estrava.",
        "killed a local official = 1 official implicit",
    ),
    (
        "The murder of a journalist shocked Estrava.",
        "killed a journalist = 1 journalist implicit",
    ),
    (
        "The death of Tomas Varga shocked Estrava.",
        "killed Tomas Varga = 1 unspecified named",
    ),
    (
        "The kidnapping of a teacher went unsolved.",
        "abducted a teacher = 1 civilian implicit",
    ),
    (
        "Jonas Brenk led the union for ten years. Brenk's arrest shocked the town.",
        "arrested Brenk's = 1 unspecified named",
    ),
    (
        "Mara Tol, who was killed in May, taught music.",
        "killed Mara Tol = 1 unspecified named",
    ),
    (
        "A widow whose son was shot in Orla spoke to reporters.",
        "injured whose son = 1 civilian implicit",
    ),
    (
        "The wounded reporter was flown to Estrava.",
        "injured The wounded reporter = 1 journalist implicit",
    ),
    (
        "Jonas Brenk, 34, a taxi driver, died at the scene.",
        "killed Jonas Brenk = 1 civilian named",
    ),
    (
        "Jonas Brenk, a taxi driver from Orla, was shot dead.",
        "killed Jonas Brenk = 1 civilian named",
    ),
    (
        "A hiker has been missing since Friday.",
        "missing A hiker = 1 civilian implicit",
    ),
    (
        "A miner lost his life in the pit.",
        "killed A miner = 1 civilian implicit",
    ),
    (
        "A fisherman was found dead on the beach.",
        "killed A fisherman = 1 civilian implicit",
    ),
    ("The mayor is in custody.", "arrested The mayor = 1 official implicit"),
    (
        "An aid worker was taken hostage near Tarn.",
        "abducted An aid worker = 1 civilian implicit",
    ),
    (
        "Ida Marr was released on bail on Monday.",
        "released Ida Marr = 1 unspecified named",
    ),
    ("The former minister Aron Dell fled to Varland.", ""),
    (
        "A schoolgirl went missing on her way home.",
        "missing A schoolgirl = 1 civilian implicit",
    ),
    (
        "A baker succumbed to his injuries in hospital.",
        "killed A baker = 1 civilian implicit",
    ),
    (
        "The conductor suffered a leg wound.",
        "injured The conductor = 1 civilian implicit",
    ),
    (
        "Police arrested a man over the theft.",
        "arrested a man = 1 unspecified implicit",
    ),
    (
        "A suspect was detained on Sunday.",
        "arrested A suspect = 1 unspecified implicit",
    ),
    (
        "Ida Marr left the house at noon. She was shot in the chest and died.",
        "killed She = 1 unspecified named",
    ),
    (
        "A clerk was abducted and killed by raiders.",
        "killed A clerk = 1 civilian implicit; abducted A clerk = 1 civilian implicit",
    ),
    ("Journalist killed in Orla", "killed Journalist = 1 journalist implicit"),
    (
        "Former spy chief arrested in Estrava",
        "arrested Former spy chief = 1 official implicit",
    ),
    ("Gunmen kill mayor in Orla", "killed mayor = 1 official implicit"),
    (
        "Killed were: Aida Tarn, Jonas Brenk and Mara Voll.",
        "killed Aida Tarn, Jonas Brenk and Mara Voll = 3 unspecified named",
    ),
    (
        "Twelve people were hurt, including a child.",
        "injured Twelve people = 12 unspecified; injured a child = 1 civilian part implicit",
    ),
    (
        "Eight people died, among them a nurse and a priest.",
        "killed Eight people = 8 unspecified; killed a nurse = 1 civilian part implicit; killed a priest = 1 civilian part implicit",
    ),
    (
        "The driver and the conductor were among the dead.",
        "killed The driver = 1 civilian part implicit; killed the conductor = 1 civilian part implicit",
    ),
    (
        "A girl died as a stone hit her head.",
        "killed A girl = 1 civilian implicit",
    ),
    (
        "The bank mourned after its head of research was killed.",
        "killed its head of research = 1 official implicit",
    ),
    (
        "A baker who was calling his sister was also killed.",
        "killed A baker = 1 civilian implicit",
    ),
    (
        "A clerk who said his brother was killed fled.",
        "killed his brother = 1 civilian implicit",
    ),
    (
        "A young woman, who was feeding the goats, froze to death.",
        "killed A young woman = 1 unspecified implicit",
    ),
    (
        "The bodies of Remo Ockel and Mara Colt were flown home.",
        "killed Remo Ockel and Mara Colt = 2 unspecified named",
    ),
    (
        "A man was stabbed to death. Police named the victim as Jonas Brenk, 34.",
        "killed A man = 1 unspecified implicit; killed Jonas Brenk = 1 unspecified named",
    ),
    ("The victim was robbed. The victim was named as Jonas Brenk.", ""),
    ("The judge jailed him for life.", ""),
    (
        "The gunman then turned the gun on himself.",
        "killed The gunman = 1 militant implicit",
    ),
    (
        "The attacker was overpowered and handed to police.",
        "arrested The attacker = 1 militant implicit",
    ),
    ("A farmer was gored to death.", "killed A farmer = 1 civilian implicit"),
    (
        "A man who was arrested in January was released on Friday.",
        "arrested A man = 1 unspecified implicit; released A man = 1 unspecified implicit",
    ),
    (
        "Jonas Brenk was among those arrested.",
        "arrested Jonas Brenk = 1 unspecified part named",
    ),
    (
        "The mayor was shot dead along with his driver.",
        "killed The mayor = 1 official implicit; killed his driver = 1 civilian implicit",
    ),
    (
        "The mayor was killed with his bodyguard.",
        "killed The mayor = 1 official implicit; killed his bodyguard = 1 security_force implicit",
    ),
    (
        "A soldier and two farmers were killed.",
        "killed A soldier = 1 security_force implicit; killed two farmers = 2 civilian",
    ),
    (
        "Two farmers and a soldier were killed.",
        "killed Two farmers = 2 civilian; killed a soldier = 1 security_force implicit",
    ),
    (
        "The blast killed three guards and a nurse and injured a cook.",
        "killed three guards = 3 security_force; killed a nurse = 1 civilian implicit; injured a cook = 1 civilian implicit",
    ),
    (
        "Officers detained opposition leader Jonas Brenk and lawyer Mara Voll.",
        "arrested opposition leader Jonas Brenk and lawyer Mara Voll = 2 unspecified named",
    ),
    (
        "A man with burns to both hands was brought in.",
        "injured A man = 1 unspecified implicit",
    ),
    (
        "A farmer was hit by a stray bullet and later died.",
        "killed A farmer = 1 civilian implicit",
    ),
    (
        "A student was beaten by police in Orla.",
        "injured A student = 1 civilian implicit",
    ),
    (
        "Jonas Brenk, who had joined the guard and became its chief, was killed on Sunday.",
        "killed Jonas Brenk = 1 unspecified named",
    ),
    (
        "Rescuers found the body of a boy.",
        "killed a boy = 1 civilian implicit",
    ),
    (
        "A court jailed editor Mara Voll for a year.",
        "arrested editor Mara Voll = 1 journalist named",
    ),
    (
        "A rebel commander was captured near Tarn.",
        "arrested A rebel commander = 1 militant implicit",
    ),
    (
        "The rebel commander was killed in an ambush.",
        "killed The rebel commander = 1 militant implicit",
    ),
    (
        "One Mohan Dass was held in Orla.",
        "arrested One Mohan Dass = 1 unspecified",
    ),
    (
        "A man was killed when a wall fell on him in Tarn.",
        "killed A man = 1 unspecified implicit",
    ),
    (
        "A translator died and a cook was hurt.",
        "killed A translator = 1 civilian implicit; injured a cook = 1 civilian implicit",
    ),
    (
        "An officer was slightly injured in the clash.",
        "injured An officer = 1 security_force implicit",
    ),
    (
        "Police say a tourist drowned off Orla.",
        "killed a tourist = 1 civilian implicit",
    ),
    (
        "The blast wounded a nurse, a cook and a driver.",
        "injured a nurse = 1 civilian implicit; injured a cook = 1 civilian implicit; injured a driver = 1 civilian implicit",
    ),
    (
        "The army said that a captain had been killed.",
        "killed a captain = 1 security_force implicit",
    ),
    (
        "He said his brother was killed in the raid.",
        "killed his brother = 1 civilian implicit",
    ),
    (
        "The gunman was shot dead by police.",
        "killed The gunman = 1 militant implicit",
    ),
    ("A suicide bomber can kill dozens.", ""),
    (
        "A suicide bomber killed 12 people.",
        "killed 12 people = 12 unspecified",
    ),
    ("If a guard is killed, the talks will end.", ""),
    ("The raiders planned to kidnap a minister.", ""),
    ("He was charged with attempting to murder a guard.", ""),
    ("The judge issued an arrest warrant for Jonas Brenk.", ""),
    ("A court ordered the arrest of Jonas Brenk.", ""),
    ("The crowd demanded the release of Jonas Brenk.", ""),
    ("The minister held talks in Orla.", ""),
    ("The president held a meeting with farmers.", ""),
    ("A tank was hit near the bridge.", ""),
    ("The vote killed the deal.", ""),
    ("The actor was killed off in the last season of the series.", ""),
    ("The player was beaten in the final.", ""),
    ("A funeral was held for the mayor.", ""),
    ("A doctor was not hurt.", ""),
    ("No guard was hurt.", "injured No guard = 0 security_force"),
    ("The suspect fled the scene.", ""),
    ("The officer released a statement.", ""),
    ("A driver released details of the trip.", ""),
    ("The general public was shocked.", ""),
    ("The shop of a baker was hit by a shell.", ""),
    ("The lawyer said he would be arrested.", ""),
    ("The minister could be arrested.", ""),
    ("A judge will free the editor next week.", ""),
    ("A bomb went off near the home of the mayor, police said.", ""),
    ("The editor escaped unhurt.", ""),
    ("A dog was killed by a car.", ""),
    ("The company was hurt by the strike.", ""),
    ("Orla was hit by shells.", ""),
    ("The mayor was nearly killed in the blast.", ""),
    ("Officials were arrested in Orla.", ""),
    (
        "According to a doctor, three people were hurt.",
        "injured three people = 3 unspecified",
    ),
    (
        "The attack killed ten people, the mayor said.",
        "killed ten people = 10 unspecified",
    ),
    (
        "The attack killed ten people, Jonas Brenk, a police spokesman, said.",
        "killed ten people = 10 unspecified",
    ),
    ("The commander threatened to kill a hostage.", ""),
    ("Guards were sent to arrest a student.", ""),
    ("The police officer training was cut short.", ""),
    ("A student protest was held in Orla.", ""),
    ("The minister was held responsible for the losses.", ""),
    ("A nurse feared she would be killed.", ""),
    ("The death penalty was dropped.", ""),
    ("The actress lost her way in the dark.", ""),
    ("The nurse left home at seven.", ""),
    ("A footballer missed the match.", ""),
    ("The chief executed the plan.", ""),
    ("The midfielder was released by the club.", ""),
    ("A waiter held the door open.", ""),
    ("The murder weapon was found.", ""),
    ("A teacher called for peace after the killings.", ""),
    (
        "The dead are Mara Voll, 30, and a nurse.",
        "killed Mara Voll = 1 unspecified named; killed a nurse = 1 civilian implicit",
    ),
    (
        "Those killed were Aida Tarn and Jonas Brenk.",
        "killed Aida Tarn and Jonas Brenk = 2 unspecified named",
    ),
    ("The arrests were made on Friday.", ""),
    (
        "The police killed an armed man and a border villager in Tarn.",
        "killed an armed man = 1 militant implicit; killed a border villager = 1 civilian implicit",
    ),
    (
        "Two women and seven children died, most of them pupils.",
        "killed Two women = 2 unspecified; killed seven children = 7 civilian; killed most of them = - civilian part",
    ),
    (
        "A spokesman, Jonas Brenk, was detained at dawn.",
        "arrested Jonas Brenk = 1 official named",
    ),
    ("The raiders talked about killing Aron Dell.", ""),
    ("A poet prayed for his death.", ""),
];

/// Figures with the class of those who were harmed.
pub(super) const CLASSES: &[(&str, &str)] = &[
    (
        "Twelve police officers were killed.",
        "Twelve police officers: security_force",
    ),
    ("Nine rebel commanders were killed.", "Nine rebel commanders: militant"),
    (
        "Six government fighters were killed.",
        "Six government fighters: security_force",
    ),
    ("Five armed men were killed.", "Five armed men: militant"),
    (
        "Four armed policemen were killed.",
        "Four armed policemen: security_force",
    ),
    ("Eight hospital staff were killed.", "Eight hospital staff: civilian"),
    ("Three tribal leaders were killed.", "Three tribal leaders: civilian"),
    ("Seven Taliban members were killed.", "Seven Taliban members: militant"),
    ("Two party members were killed.", "Two party members: other"),
    ("Ten family members died in the flood.", "Ten family members: civilian"),
    ("Eleven local men were arrested.", "Eleven local men: civilian"),
    ("Twenty men were arrested.", "Twenty men: unspecified"),
    (
        "Thirty people, mostly women and children, died.",
        "Thirty people: civilian; mostly women and children: civilian",
    ),
    (
        "Forty people were killed, all of them soldiers.",
        "Forty people: security_force",
    ),
    (
        "Police opened fire on marchers, killing six people.",
        "six people: protester",
    ),
    (
        "Ninety people were held while trying to protest in Orla.",
        "Ninety people: protester",
    ),
    (
        "Thirty farmers were killed and ten wounded.",
        "Thirty farmers: civilian; ten wounded: civilian",
    ),
    (
        "Thirty farmers were killed. Ten others were hurt.",
        "Thirty farmers: civilian; Ten others: civilian",
    ),
    (
        "Twelve lawyers and clerks were held.",
        "Twelve lawyers and clerks: civilian",
    ),
    (
        "Nine soldiers and farmers were killed.",
        "Nine soldiers and farmers: unspecified",
    ),
    (
        "The raid killed 14 people. Three of the dead were police officers.",
        "14 people: unspecified; Three of the dead: security_force",
    ),
    (
        "Eight reporters were held. Two of them were freed.",
        "Eight reporters: journalist; Two of them: journalist",
    ),
    ("The number of dead miners rose to 51.", "51: civilian"),
    (
        "The search found that 36 military and police personnel were killed.",
        "36 military: security_force",
    ),
    (
        "Seven villagers, including two women, were hurt.",
        "Seven villagers: civilian; two women: civilian",
    ),
    (
        "Fifty farmers and a guard were killed and hundreds wounded.",
        "Fifty farmers: civilian; a guard: security_force; hundreds wounded: unspecified",
    ),
    (
        "President Aron Dell fled. Two of Dell's sons were arrested.",
        "Two of Dell's sons: other",
    ),
    (
        "Six members of the security forces were killed.",
        "Six members: security_force",
    ),
    ("Four members of a rebel group were killed.", "Four members: militant"),
    ("Five border villagers were killed.", "Five border villagers: civilian"),
    ("Five border guards were killed.", "Five border guards: security_force"),
    (
        "An attack on unarmed villagers near Orla left the road cut, killing 14 people and injuring 30.",
        "14 people: civilian; 30: civilian",
    ),
    (
        "The use of shells against civilians had killed around 900 people.",
        "around 900 people: civilian",
    ),
    (
        "An attack on a police officer failed, but the blast killed 14 people.",
        "14 people: unspecified",
    ),
    (
        "A report on residents of Orla said that the flood killed 14 people.",
        "14 people: unspecified",
    ),
    (
        "Dozens of protesters marched through Orla, the observatory said, adding that 40 were arrested.",
        "40: protester",
    ),
    (
        "Protesters met villagers in Orla, and 40 were arrested.",
        "40: unspecified",
    ),
    (
        "Five police officers were hurt. Another 21 were arrested.",
        "Five police officers: security_force; Another 21: unspecified",
    ),
    (
        "Brenk's government denied it. Rebels held 20 Brenk fighters, who were wounded and captured.",
        "20 Brenk fighters: security_force",
    ),
    ("Rebels captured 20 Brenk fighters.", "20 Brenk fighters: militant"),
    (
        "Three former ministers were arrested.",
        "Three former ministers: official",
    ),
    (
        "At least 900 Syrian refugees have crossed into Orla.",
        "At least 900 Syrian refugees: civilian",
    ),
    (
        "Police arrested a number of the protesters.",
        "a number of the protesters: protester",
    ),
    (
        "Eight people were killed, mostly farmers.",
        "Eight people: unspecified; mostly farmers: civilian",
    ),
];
