# welfare: the extension by PGXS, and one target for each thing a person does.
# Run "make help" for the list.

EXTENSION = welfare
EXTVERSION = $(shell sed -n "s/^default_version *= *'\([^']*\)'.*/\1/p" welfare.control)
PG_CONFIG ?= $(shell ls -d /usr/lib/postgresql/15/bin/pg_config 2>/dev/null || echo pg_config)

MODULE_big = welfare
OBJS = $(patsubst %.c,%.o,$(sort $(wildcard extension/*.c)))

# The install script is its subjects in the order in which they need each other.
EXTENSION_PARTS = head settings thai_text thai_id calendar birth_date baht_text \
	rate_ladder facts eligibility_rule facts_case try_input
DATA_built = extension/welfare--$(EXTVERSION).sql
DATA = $(wildcard extension/welfare--*--*.sql)

# "install" comes first and "uninstall" last; the others do not depend on each other.
REGRESS = install $(filter-out install uninstall,$(patsubst sql/%.sql,%,$(sort $(wildcard sql/*.sql)))) uninstall
EXTRA_CLEAN = extension/welfare--$(EXTVERSION).sql results output_iso regression.diffs regression.out

# -isystem: the server's own headers are not held to -Wextra.
PG_CPPFLAGS = -DWELFARE_VERSION='"$(EXTVERSION)"' -isystem $(shell $(PG_CONFIG) --includedir-server 2>/dev/null)
PG_CFLAGS = -Wall -Wextra -Werror

# Without a server's development files, the targets that install them still work.
PGXS := $(shell $(PG_CONFIG) --pgxs 2>/dev/null)
ifneq ($(PGXS),)
include $(PGXS)
else
all install installcheck:
	@echo "no pg_config: install postgresql-server-dev-15, or set PG_CONFIG" >&2; exit 1
endif

$(OBJS) $(OBJS:.o=.bc): $(wildcard extension/*.h) welfare.control

extension/welfare--$(EXTVERSION).sql: $(EXTENSION_PARTS:%=extension/%.sql) welfare.control
	cat $(EXTENSION_PARTS:%=extension/%.sql) > $@

# What a person does

.PHONY: help demo psql stop test bench lint client
help:
	@echo "make demo            build, start a private cluster in .welfare/, pay a province for a year, print reports"
	@echo "make psql            connect to the demonstration (AS=demo_officer: as one authority's officer)"
	@echo "make stop            stop it (its data stay; rm -rf .welfare removes them)"
	@echo "make test            the whole suite, in its own throw-away cluster"
	@echo "make bench           benchmarks, with peers and floors in the same run (PEOPLE=1000000)"
	@echo "make lint            formatting, static analysis, plpgsql_check over every function"
	@echo "make install         install the extension into the server of PG_CONFIG"
	@echo "make installcheck    its regression tests, against the server of PG_CONFIG"

client:
	$(MAKE) -C client PG_CONFIG=$(PG_CONFIG)

demo:
	@demo/run

psql:
	@. .welfare/env && PGUSER=$(or $(AS),demo_admin) exec psql

stop:
	@tools/cluster stop .welfare

test:
	@test/run

bench:
	@bench/run

lint:
	@tools/lint
