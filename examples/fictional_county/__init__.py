"""An invented county with everything that a real one has, in any size and the same on every machine.

sizes       how many townships, villages and quarters, and the seed
dice        the only randomness: one stream for each subject
months      the months and quarters that are reported on
names       plain names that can be seen to be invented
places      province, city, county, township and village
division_changes  which townships were renamed, converted, formed and merged
situations  what must occur at least once, and where
borders     where the townships lie, though nowhere on land
sources     the documents that figures are taken from
checklists  which item was in place in which village since when
tiers       what offices found: classes of villages, demonstration towns
series      how figures grow from month to month
reports     what townships, villages and counties sent in
targets     what they undertook to reach
problems    the ledger of problems
commitments what townships undertook to do, and how that went
history     dated events, as far as they are known on the last day
inspections rounds of inspection
adjustments bonuses, deductions and vetoes
yaml_text   YAML as an editor would write it
files       all of it as files of one project
texts/      programmes and prose, which do not depend on the sizes
"""
