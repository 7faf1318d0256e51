#!/usr/bin/env perl
# QR1, ER13: the server is killed (kill -9, the postmaster and every child at once) at moments drawn at random inside every job that moves money; it is
# started again and the job is simply started again, as its user would. At the end every row is what an undisturbed run of the same months made.
# How many kills a pass over the months has room for is the machine's affair: there are as many passes as it takes until each job has had its number.
# Environment: WELFARE_CRASH_KILLS (200) kills of each job; WELFARE_CRASH_SEED repeats what is drawn; WELFARE_CRASH_WORKERS (2) servers at once;
# WELFARE_CRASH_PEOPLE (2200) people; WELFARE_CRASH_MINUTES (30) after which it fails, whatever is still wanted.
use strict;
use warnings;
use Cwd qw(abs_path);
use DBI;
use File::Basename qw(dirname);
use List::Util qw(max sum);
use POSIX qw(:sys_wait_h);
use Storable qw(store retrieve);
use Test::More;
use Time::HiRes qw(time sleep);

chdir dirname(__FILE__) . '/..' or die;
delete @ENV{qw(PGOPTIONS PGSERVICE PGUSER PGDATABASE PGCLIENTENCODING)};
my $kills = $ENV{WELFARE_CRASH_KILLS} // 200;
my $seed = $ENV{WELFARE_CRASH_SEED} // int(rand(2**31));
my $workers = $ENV{WELFARE_CRASH_WORKERS} // 2;
my $people = $ENV{WELFARE_CRASH_PEOPLE} // 2200;
my $minutes = $ENV{WELFARE_CRASH_MINUTES} // 30;
my $until = time + 60 * $minutes;
my $database = 'welfare_crash';
my $place = ($ENV{WELFARE_TEST_PLACE} // '/tmp') . "/crash.$$";
my $owner = $$;
my ($server, $driver, $monitor);    # of this process: the postmaster, the job's process group, the connection that looks

diag "WELFARE_CRASH_SEED=$seed repeats it; $kills kills of each job";

# What is done, in order. A round is what has come when the business date is looked at: from one to four months behind.
my @rounds = (['2026-10-01', 7 .. 10], ['2026-11-02', 11], ['2027-02-01', 12 .. 14], ['2027-03-01', 15]);
my %meaning = (
  prepare => 'preparation of months by the room job, several behind (ER12)',
  due => 'late facts recorded as arrears and recoveries, and whatever else is due (ER13)',
  import => 'imports of claims, and deliveries of the civil registry',
  approve => 'payrolls drafted, reviewed and approved (ER14)',
  disburse => 'disbursements sealed and handed over (ER13)',
  settle => 'results of banks, delivered again after a crash (ER13)',
  cash => 'cash given and not collected, and failures repaired (ER13)');
my @by_round = qw(import prepare due);
my @by_month = qw(approve disburse settle cash);
my @units = (@by_round, @by_month);
# About how many transactions a job is: prepare and due for each month.
my %parts = (import => 6, prepare => 2, due => 4, approve => 5, disburse => 2, settle => 6, cash => 12);
# What a kill may fall on besides, and how it is seen.
my %aimed = (
  advisory => 'while advisory locks were held', attach => 'while a partition was being made or attached', catch_up => 'in a month in the middle of catching up',
  staged => 'between COPY and finish');
my %aims = (prepare => [qw(attach catch_up)], due => [qw(catch_up)], approve => [qw(attach)], settle => [qw(staged attach)]);

sub day { my ($month) = @_; return sprintf '%d-%02d-01', 2026 + int(($month - 1) / 12), ($month - 1) % 12 + 1 }
sub fail_out { my ($why) = @_; die "$why\n" }
sub run { my @command = @_; system(@command) == 0 or fail_out("failed: @command"); }

# --- servers -------------------------------------------------------------------------------------------------------------------------------

my ($programs, $uid, $gid);

# Starts the server of this process on its data and waits until it answers. Parameters: folder with data and socket.
sub start_server {
  my ($home) = @_;
  $server = fork // die;
  if ($server == 0) {
    open STDOUT, '>>', "$home/server.log"; open STDERR, '>&', \*STDOUT; open STDIN, '<', '/dev/null';
    POSIX::setpgid(0, 0);
    if ($> == 0) { $( = $gid; $) = "$gid $gid"; $< = $uid; $> = $uid; }
    exec "$programs/postgres", '-D', "$home/data", '-c', "unix_socket_directories=$home/socket", '-p', 5432 or POSIX::_exit(1);
  }
  my $until = time + 120;
  while (1) {
    $monitor = DBI->connect("dbi:Pg:dbname=$database;host=$home/socket;port=5432", 'postgres', '', {PrintError => 0, RaiseError => 0, AutoInactiveDestroy => 1});
    last if $monitor;
    fail_out("the server does not start again; see $home/server.log") if time > $until || waitpid($server, WNOHANG) > 0;
    sleep 0.004;
  }
  $monitor->{RaiseError} = 1;
}

# The processes whose working folder is the data, which is where every process of a server works.
sub processes_in {
  my ($folder) = @_;
  opendir my $proc, '/proc' or die;
  return grep { (readlink("/proc/$_/cwd") // '') eq $folder } grep { /^[0-9]+$/ } readdir $proc;
}

# Kills the server of this process: all of it at once. Parameters: its folder; its processes as they were just now.
sub kill_server {
  my ($home, @known) = @_;
  fail_out('no server to kill') unless $server;
  kill 'KILL', $server, @known;
  while (my @left = processes_in("$home/data")) { kill 'KILL', @left; sleep 0.001 }
  waitpid $server, 0;
  undef $server;
  $monitor->{InactiveDestroy} = 1;
  undef $monitor;
}

sub stop_server {
  my ($home) = @_;
  $monitor->disconnect; undef $monitor;
  kill 'INT', $server;
  waitpid $server, 0;
  undef $server;
}

# --- jobs ----------------------------------------------------------------------------------------------------------------------------------

# Starts a job as its users would, in the background. Parameters: folder; job; its parameters.
sub start_job {
  my ($home, $unit, %about) = @_;
  my @psql = ("$programs/psql", '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-v', "month=$about{month}", '-v', "work=$home");
  my $files = "$home/../round-$about{round}";
  $driver = fork // die;
  if ($driver == 0) {
    POSIX::setpgid(0, 0);
    open STDOUT, '>', "$home/job.log"; open STDERR, '>&', \*STDOUT; open STDIN, '<', '/dev/null';
    @ENV{qw(PGHOST PGPORT PGDATABASE PGUSER)} = ("$home/socket", 5432, $database, 'crash_first');
    if ($unit eq 'import') {
      exec 'sh', '-c', 'taken() { "$@"; case $? in 0 | 3) ;; *) exit 1 ;; esac; }
        taken client/welfare --language=en import persons --quiet --chunk=30 "$1.persons.csv"
        PGUSER=crash_registry taken client/welfare --language=en import registry-feed --quiet "$1.feed.csv"', 'sh', $files or POSIX::_exit(127);
    }
    $ENV{CRASH_WORK} = $home;
    exec @psql, '-f', "test/crash/$unit.sql" or POSIX::_exit(127);
  }
  POSIX::setpgid($driver, $driver);
}

# Waits for the job until a moment; answers its exit status, or nothing when it goes on.
sub job_ended {
  my ($until) = @_;
  while (1) {
    if (waitpid($driver, WNOHANG) == $driver) { undef $driver; return $? }
    my $left = $until - time;
    return if $left <= 0;
    sleep($left < 0.002 ? $left : 0.002);
  }
}

sub slurp { my ($file) = @_; open my $in, '<', $file or return ''; local $/; return <$in> // '' }

sub job_must_succeed {
  my ($home, $unit, $status) = @_;
  fail_out("$unit failed with status $status: " . substr(slurp("$home/job.log"), -3000)) if $status != 0;
}

# What the job's sessions are in the middle of. Parameters: first and last of the round's months.
sub look {
  my ($first, $last) = @_;
  return $monitor->selectrow_hashref(<<'SQL', undef, $first, $last);
SELECT EXISTS (SELECT FROM pg_stat_activity WHERE backend_type = 'client backend' AND backend_xid IS NOT NULL) AS inside,
       EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND pid <> pg_backend_pid()) AS advisory,
       EXISTS (SELECT FROM pg_locks JOIN pg_class ON pg_class.oid = pg_locks.relation
                WHERE pg_locks.mode = 'ShareUpdateExclusiveLock' AND pg_class.relkind = 'p' AND pg_locks.pid <> pg_backend_pid()) AS attach,
       EXISTS (SELECT FROM job.run WHERE state = 'running' AND period > ?::date AND period < ?::date) AS catch_up,
       EXISTS (SELECT FROM payment.result_mark) AS staged
SQL
}

# Whether a server has still to be killed in a job: until it has had its number, half of them inside a transaction, and each thing that is aimed at.
sub is_wanted {
  my ($state, $unit) = @_;
  return $state->{kills}{$unit} < $state->{share} || $state->{inside}{$unit} * 2 < $state->{kills}{$unit} || grep { !$state->{aimed}{$_} } @{$aims{$unit} // []};
}

# Fails when the test has lasted too long, whatever it has reached. Parameters: state.
sub in_time {
  my ($state) = @_;
  return if !$state->{disturbed} || time < $until;
  fail_out("not done in $minutes minutes: of $state->{share} kills of each job, half of them inside a transaction, there were "
    . join(', ', map { "$state->{kills}{$_} ($state->{inside}{$_}) of $_" } @units));
}

# How many kills a job of a pass may have, so that those of its kind share what is wanted by how long they last. When the passes before had no room for it
# they may have more than their share, and are killed earlier, which leaves more of them to be killed in. Parameters: state.
sub plan_pass {
  my ($state) = @_;
  for my $unit (@units) {
    my @names = grep { /^$unit / } keys %{$state->{lasts}};
    my $all = sum(@{$state->{lasts}}{@names});
    my $wanted = max(6, $state->{share} - $state->{kills}{$unit});
    $state->{pace}{$unit} = max(0.4, 0.8**$state->{passes});
    $state->{most}{$_} = 2 + int(($state->{passes} ? 3 : 1.5) * $wanted * $state->{lasts}{$_} / $all) for @names;
  }
}

# Does a job to its end, killing the server on the way as long as kills of it are wanted. Parameters: state of this process; job; its parameters.
sub do_job {
  my ($state, $unit, %about) = @_;
  my ($home, $name) = ($state->{home}, "$unit $about{round} $about{month}");
  my $tried = 0;
  while (1) {
    in_time($state);
    my $wanted = $state->{disturbed} && is_wanted($state, $unit) && $tried < $state->{most}{$name};
    # how long a job lasts is measured as it is disturbed: by a server that has just been started
    if (!$state->{disturbed}) { stop_server($home); start_server($home) }
    $state->{lasts}{$name} //= 0; $state->{connects} //= 0;
    # Each part of a job commits by itself: the times are drawn over one part, and go on where the last kill left it. While too few fall inside a
    # transaction they are drawn nearer: neither while the job connects, nor past its end.
    my $nearer = $state->{inside}{$unit} * 2 < $state->{kills}{$unit} + 6;
    my $first = $state->{connects} * ($nearer ? 0.9 : 0.5);
    my $span = ($nearer ? 0.9 : 1.3) * ($state->{pace}{$unit} // 1) * ($state->{lasts}{$name} - $state->{connects}) / $about{parts} * 1.25**int($tried / 4);
    $span = 0.01 if $span < 0.01;
    # at what has not been hit yet more often, and at nothing else when the number is full
    my @missed = grep { !$state->{aimed}{$_} } @{$aims{$unit} // []};
    my $full = $state->{disturbed} && $state->{kills}{$unit} >= $state->{share};
    my $aim = @missed && ($full || rand() < 0.3) ? $missed[rand @missed]
      : $aims{$unit} && rand() < 0.1 ? $aims{$unit}[rand @{$aims{$unit}}]
      : $nearer ? 'inside' : undef;
    my ($wait, $late) = ($first + rand($span), rand() < 0.2);
    my $began = time;
    start_job($home, $unit, %about);
    my $status = job_ended($wanted ? $began + ($aim && $aim ne 'inside' ? 0.001 : $wait) : $began + 600);
    fail_out("$unit does not end") unless $wanted || defined $status;
    my @known = $wanted ? processes_in("$home/data") : ();
    my $seen = $wanted ? look(day($about{months}[0]), day($about{months}[-1])) : {};
    while ($aim && !defined $status && !$seen->{$aim} && $wanted) {
      in_time($state);
      $status = job_ended(time + 0.001);
      @known = processes_in("$home/data");
      $seen = look(day($about{months}[0]), day($about{months}[-1]));
    }
    if (defined $status) {
      job_must_succeed($home, $unit, $status);
      $state->{lasts}{$name} = time - $began if !$state->{disturbed};
      # a kill when it has just ended proves that what was committed stays
      return unless $wanted && $late;
    }
    kill_server($home, @known);
    if ($driver) { kill 'KILL', -$driver; waitpid $driver, 0; undef $driver; }
    $tried++;
    $state->{kills}{$unit}++;
    $state->{inside}{$unit}++ if $seen->{inside};
    for (keys %aimed) { $state->{aimed}{$_}++ if $seen->{$_} }
    my $starts = time;
    start_server($home);
    $state->{restarting} += time - $starts;
    return if defined $status;
  }
}

# --- a pass: every round from a fresh copy to its end ----------------------------------------------------------------------------------------

sub psql { my ($home, @arguments) = @_; local @ENV{qw(PGHOST PGPORT PGDATABASE PGUSER)} = ("$home/socket", 5432, $database, 'postgres');
  run("$programs/psql", '-X', '-q', '-v', 'ON_ERROR_STOP=1', @arguments) }

# Parameters: state. Answers the digests at the end.
sub all_rounds {
  my ($state) = @_;
  my $home = $state->{home};
  run('rm', '-rf', "$home/data");
  run('cp', '-a', "$place/data", "$home/data");
  start_server($home);
  if ($state->{disturbed}) {
    plan_pass($state);
  } else {
    do_job($state, 'nothing', round => 0, month => 0, months => [1], parts => 1);
    $state->{connects} = $state->{lasts}{'nothing 0 0'};
  }
  for my $round (0 .. $#rounds) {
    my ($today, @months) = @{$rounds[$round]};
    $monitor->do("ALTER DATABASE $database SET welfare.business_date = '$today'");
    my %about = (round => $round, months => \@months, month => $today);
    for my $unit (@by_round) {
      psql($home, '-v', "today=$today", '-v', "round=$round", '-v', 'first_month=' . day($months[0]), '-f', 'test/crash/events.sql') if $unit eq 'due';
      do_job($state, $unit, %about, parts => $parts{$unit} * ($unit eq 'import' ? 1 : @months));
    }
    for my $month (@months) {
      for my $unit (@by_month) { do_job($state, $unit, %about, month => day($month), parts => $parts{$unit}) }
    }
  }
  my $digests = digests();
  # Files of tables that were being made when the server was killed: PostgreSQL forgets them, and they stay.
  $monitor->do('CHECKPOINT');
  my $forgotten = $monitor->selectcol_arrayref(<<'SQL');
SELECT 'base/' || oid || '/' || file FROM pg_database, pg_ls_dir('base/' || oid) AS file
 WHERE datname = current_database() AND file ~ '^[0-9]+(_[a-z]+)?$' AND pg_filenode_relation(0, substring(file FROM '^[0-9]+')::oid) IS NULL ORDER BY 1
SQL
  my $last = !$state->{disturbed} || !grep { is_wanted($state, $_) } @units;
  my $administrator = DBI->connect("dbi:Pg:dbname=$database;host=$home/socket;port=5432", 'crash_first', '', {RaiseError => 1, PrintError => 0});
  my $broken = $last ? $administrator->selectcol_arrayref("SELECT concat_ws(' ', name, found, example) FROM payment.check_invariants() WHERE NOT ok") : [];
  $administrator->disconnect;
  prove_base() if !$state->{disturbed};
  my ($left) = $monitor->selectrow_array(<<'SQL');
SELECT concat_ws(', ', (SELECT string_agg('run of ' || task, ', ') FROM job.run WHERE state = 'running'),
                       (SELECT string_agg(oid::regclass::text || ' is no partition', ', ') FROM pg_class
                         WHERE relkind = 'r' AND relnamespace = 'payment'::regnamespace AND relname ~ '(_[0-9]{4}_[0-9]{2}|^result_[0-9].*)$' AND NOT relispartition),
                       (SELECT format('the sweeps have seen %s deliveries, and %s were swept', told.seen, told.swept)
                          FROM (SELECT (SELECT sum(deliveries) FROM civil.sweep_run) AS seen,
                                       (SELECT count(*) FROM civil.delivery WHERE swept_at IS NOT NULL) AS swept) AS told WHERE told.seen <> told.swept),
                       (SELECT format('the numbers of %s changes end with %s', count(*), max(change_number)) FROM portal.payment_change
                        HAVING count(DISTINCT change_number) <> max(change_number) OR count(*) <> max(change_number)),
                       (SELECT string_agg('advisory lock of ' || pid, ', ') FROM pg_locks WHERE locktype = 'advisory'))
SQL
  keep_different($state, $digests) if $state->{disturbed};
  my %named = map { $_ => 1 } @{$monitor->selectcol_arrayref('SELECT path FROM job.forgotten_files()')};
  my %forgotten = map { $_ => 1 } @$forgotten;
  push @$broken, map { "job.forgotten_files() does not have $_ right" } differing(\%named, \%forgotten);
  stop_server($home);
  if (@$forgotten) {
    # what nothing knows can go
    unlink map { "$home/data/$_" } @$forgotten;
    start_server($home);
    push @$broken, map { "without forgotten files another $_" } differing($digests, digests());
    my ($missing) = $monitor->selectrow_array('SELECT string_agg(relname, $$ $$) FROM pg_class WHERE pg_relation_filenode(oid) IS NOT NULL '
      . 'AND pg_stat_file(pg_relation_filepath(oid), true) IS NULL');
    push @$broken, "no file of $missing" if $missing;
    stop_server($home);
  }
  return ($digests, join(', ', grep { $_ } $left, @$broken), scalar @$forgotten);
}

sub digests { return {map { $_->[0] => "$_->[1] rows $_->[2]" } @{$monitor->selectall_arrayref('SELECT * FROM public.crash_digests()')}} }

# Names of what two sets of digests do not have alike.
sub differing {
  my ($these, $those) = @_;
  my %all = (%$these, %$those);
  return grep { ($these->{$_} // '') ne ($those->{$_} // '') } sort keys %all;
}

# Each row of a table, with how many there are of it. Parameters: what the digests call it. Nothing for what is counted alone.
sub rows_of {
  my ($name) = @_;
  return {} unless $name =~ /^(\S+)(?: \(partition\))?$/;
  my ($query) = $monitor->selectrow_array('SELECT public.crash_query(to_regclass(?))', undef, $1);
  my %rows;
  $rows{$_}++ for @{$query ? $monitor->selectcol_arrayref($query) : []};
  return \%rows;
}

# Keeps what is not as undisturbed, and the rows of the first time: whoever mends it wants to see them. Parameters: state; digests.
sub keep_different {
  my ($state, $digests) = @_;
  for my $name (differing($state->{expected}, $digests)) {
    $state->{differences}{"$name: " . ($state->{expected}{$name} // 'nothing') . ' undisturbed, ' . ($digests->{$name} // 'nothing') . ' disturbed'}++;
    $state->{rows}{$name} //= rows_of($name);
  }
}

# The months have everything that can be lost or doubled, and the digests show it when a row of it is.
sub prove_base {
  my $sorts = $monitor->selectcol_arrayref(<<'SQL');
SELECT DISTINCT 'paid by ' || way_of_payment FROM payment.instruction UNION SELECT DISTINCT 'payer ' || payer FROM payment.instruction
 UNION SELECT DISTINCT kind::text FROM payment.adjustment UNION SELECT DISTINCT 'a payment ' || kind FROM payment.failure
 UNION SELECT 'tried again' FROM payment.instruction WHERE attempt > 1 UNION SELECT 'arrived' FROM payment.credit UNION SELECT 'given in cash' FROM payment.payout
 UNION SELECT 'set aside: ' || reason FROM payment.set_aside UNION SELECT 'hold: ' || reason FROM payment.hold ORDER BY 1
SQL
  is join('; ', @$sorts), 'a payment failed; a payment not_collected; a payment returned; arrears; arrived; given in cash; hold: registry_death; paid by cash_in_person; '
    . 'paid by cash_to_proxy; paid by own_account; paid by proxy_account; payer local_authority; payer welfare_card_fund; recovery; set aside: held; set aside: offset; tried again',
    'the months have payments of every way and payer, arrears, recoveries, holds, failures, and second tries';
  my $before = digests();
  $monitor->do('BEGIN');
  $monitor->do('SET LOCAL session_replication_role = replica');
  $monitor->do('DELETE FROM payment.credit WHERE ctid = (SELECT min(ctid) FROM payment.credit_2026_09) AND tableoid = $$payment.credit_2026_09$$::regclass');
  my $lost = join ' ', differing($before, digests());
  $monitor->do('ROLLBACK');
  is $lost, 'payment.credit_2026_09 (partition)', 'QR1!: one arrival less shows in the digests, and nowhere else';
}

sub new_home {
  my ($name) = @_;
  run('install', '-d', '-m', '755', '-o', $uid, '-g', $gid, "$place/$name", "$place/$name/socket");
  return "$place/$name";
}

# --- all of it -------------------------------------------------------------------------------------------------------------------------------

END {
  my $status = $?;
  if (defined $driver && $driver) { kill 'KILL', -$driver }
  if (defined $server && $server) { kill 'QUIT', $server; waitpid $server, 0 }
  if ($$ == $owner && $place) {
    system('tools/cluster', 'remove', "$place/made") if -d "$place/made";
    kill 'KILL', grep { $_ != $$ } map { processes_in($_) } glob "$place/*/data";
    system('rm', '-rf', $place) unless $ENV{WELFARE_KEEP};
  }
  $? = $status;
}
$SIG{INT} = $SIG{TERM} = $SIG{HUP} = sub { exit 130 };

# The base: schema, law, people. kill -9 loses nothing that a process has handed to the kernel, whatever fsync says: only a machine that loses its
# power does. full_page_writes stays, for a kill can fall between the two kernel pages of one page of data.
run('install', '-d', '-m', '755', $place);
$place = abs_path($place);
if ($ENV{WELFARE_CLUSTER}) {
  # the programs of the running cluster, with the extension as it was built for them
  chomp(my ($own, $built) = map { scalar qx(tools/cluster bin '$_') } "$place/made", $ENV{WELFARE_CLUSTER});
  s{/usr/lib/.*}{} for $own, $built;
  run('mkdir', '-p', dirname($own));
  symlink $built, $own or die;
} else {
  run('tools/cluster', 'prepare', "$place/made");
}
$ENV{CLUSTER_OPTIONS} = "fsync = off\nshared_buffers = 32MB\nmax_wal_size = 128MB\nmin_wal_size = 32MB\nmax_connections = 25\nmaintenance_work_mem = 16MB\n"
  . "log_min_messages = warning\nlog_checkpoints = off";
run('tools/cluster', 'start', "$place/made");
chomp($programs = qx(tools/cluster bin '$place/made'));
my %env = slurp("$place/made/env") =~ /^export (PGHOST|PGPORT)='?([^'\n]*)/mg;
@ENV{qw(PGHOST PGPORT PGUSER)} = (@env{qw(PGHOST PGPORT)}, 'postgres');
$ENV{PATH} = "$programs:$ENV{PATH}";
my ($data) = map { (qx(psql -X -At -d postgres -c 'SHOW data_directory') =~ /(.*)/)[0] } 1;
($uid, $gid) = (stat $data)[4, 5];
$gid = (getpwuid $uid)[3];
# what is deployed is verified elsewhere
run("createdb", $database);
run(qw(sqitch --quiet deploy --no-verify), "db:pg:$database");
{
  local $ENV{PGDATABASE} = $database;
  my @psql = qw(psql -X -q -v ON_ERROR_STOP=1);
  run(@psql, '-c', 'SET ROLE welfare_owner', '-f', 'demo/places.sql', '-f', 'test/crash/base.sql');
  run(@psql, '-c', "ALTER DATABASE $database SET welfare.business_date = '2026-07-01'");
  run('sh', '-c', 'psql -X -q -v people="$1" -f demo/population.sql > "$2"', 'sh', $people, "$place/people.csv");
  my ($head, @lines) = split /^/m, slurp("$place/people.csv");
  # each round has people of its own, and some of the round before: those are on record already
  my $portion = int(@lines / 20);
  for my $round (-1 .. $#rounds) {
    open my $out, '>', $round < 0 ? "$place/base.csv" : "$place/round-$round.persons.csv" or die;
    my $first = $round < 0 ? 0 : @lines - $portion * (@rounds - $round) - 20;
    print $out $head, @lines[$first .. @lines - $portion * (@rounds - $round - 1) - 1];
    close $out;
    if ($round < 0) {
      system 'sh', '-c', 'PGUSER=crash_first client/welfare import persons --quiet "$1" >/dev/null 2>&1', 'sh', "$place/base.csv";
    } else {
      run('sh', '-c', 'psql -X -q -v today="$1" -v round="$2" -f test/crash/feed.sql > "$3"', 'sh', $rounds[$round][0], $round, "$place/round-$round.feed.csv");
    }
  }
  run(@psql, '-f', 'test/crash/people.sql');
  run('env', 'PGUSER=welfare_job', @psql, '-c', "SELECT job.begin_tasks('2026-07-01')", '-o', '/dev/null');
  run(@psql, '-c', 'VACUUM (ANALYZE)', '-c', 'CHECKPOINT');
}
run('tools/cluster', 'stop', "$place/made");
run('cp', '-a', $data, "$place/data");

my $state = {home => new_home('undisturbed'), lasts => {}, map { my $kind = $_; $kind => {map { $_ => 0 } @units, 'nothing'} } qw(kills inside)};
my $began = time;
my ($expected, $left, $forgotten) = all_rounds($state);
diag sprintf 'undisturbed: %.0f s, of which connecting %.2f s, %s', time - $began, $state->{connects}, join ', ',
  map { my $unit = $_; sprintf '%s %.1f s', $unit, sum(map { $state->{lasts}{$_} } grep { /^$unit / } keys %{$state->{lasts}}) } @units;
is "$left$forgotten", 0, 'the undisturbed run leaves nothing open, and no file of a table that is not there';

my @made;
for my $worker (1 .. $workers) {
  my $pid = fork // die;
  if ($pid == 0) {
    $state->{home} = eval { new_home("worker-$worker") };
    $state->{disturbed} = 1;
    $state->{expected} = $expected;
    $state->{share} = int(($kills + $workers - $worker) / $workers);
    $state->{$_} = {map { $_ => 0 } @units} for qw(kills inside);
    $state->{aimed} = {map { $_ => 0 } keys %aimed};
    $state->{$_} = {} for qw(differences rows left);
    $state->{$_} = 0 for qw(passes restarting forgotten);
    eval {
      while (!$state->{passes} || grep { is_wanted($state, $_) } @units) {
        srand($seed + 1000 * $worker + $state->{passes});
        my ($digests, $left, $forgotten) = all_rounds($state);
        $state->{passes}++;
        $state->{forgotten} += $forgotten;
        $state->{left}{$left}++ if $left ne '';
      }
    };
    $state->{died} = $@;
    store {map { $_ => $state->{$_} } qw(died kills inside aimed restarting passes forgotten differences rows left)}, "$place/told-$worker";
    exit 0;
  }
  push @made, $pid;
}
waitpid $_, 0 for @made;
my %all = (passes => 0, differences => {}, left => {}, rows => {});
for my $worker (1 .. $workers) {
  my $told = eval { retrieve("$place/told-$worker") } // {died => 'told nothing', passes => 0};
  is $told->{died}, '', "QR1: server $worker: killed, started again, and every job ends, $told->{passes} times all months";
  $all{$_} += $told->{$_} // 0 for qw(passes forgotten restarting);
  for my $kind (qw(kills inside aimed differences left)) { $all{$kind}{$_} += $told->{$kind}{$_} for keys %{$told->{$kind} // {}} }
  $all{rows} = {%{$told->{rows} // {}}, %{$all{rows}}};
}
my $total = sum(values %{$all{kills}}) // 0;
diag sprintf 'disturbed: %.0f s; started again in %.2f s on average; %d files of tables that were being made were left on disk, and removed',
  time - $began, $all{restarting} / ($total || 1), $all{forgotten};
is join("\n", map { "$_, $all{differences}{$_} times" } sort keys %{$all{differences}}), '',
  "QR1, ER13: after $total kills every row is as undisturbed: " . keys(%$expected) . " digests, $all{passes} times";
if (%{$all{rows}}) {
  start_server("$place/undisturbed");
  for my $name (sort keys %{$all{rows}}) {
    my %these = ('disturbed' => $all{rows}{$name}, 'undisturbed' => rows_of($name));
    for my $only ('undisturbed', 'disturbed') {
      my $those = $these{$only eq 'disturbed' ? 'undisturbed' : 'disturbed'};
      diag join "\n", "$name, $only alone:", splice @{[grep { $these{$only}{$_} > ($those->{$_} // 0) } sort keys %{$these{$only}}]}, 0, 8;
    }
  }
  stop_server("$place/undisturbed");
}
is join("\n", map { "$_, $all{left}{$_} times" } sort keys %{$all{left}}), '',
  'QR1, QR8: no run is left running, no partition detached, no lock held, what must always be true is, and files that a crash left are named and can go';
my %complaints;
for my $log (grep { -e } map { "$_/server.log" } "$place/undisturbed", glob "$place/worker-*") { $complaints{$_}++ for slurp($log) =~ /(?:WARNING|PANIC|ERROR):  .*/g }
is join("\n", map { "$complaints{$_} times $_" } sort keys %complaints), '', 'QR1: no server complains of anything but that it was not shut down';
for my $unit (@units) {
  my ($killed, $inside) = ($all{kills}{$unit} // 0, $all{inside}{$unit} // 0);
  cmp_ok $killed, '>=', $kills, "QR1: $meaning{$unit}: killed $killed times" . ($kills < 200 ? ' (shortened)' : '');
  cmp_ok $inside * 2, '>=', $killed, "QR1: $meaning{$unit}: $inside of them inside a transaction that had written";
}
cmp_ok $all{aimed}{$_} // 0, '>', 0, 'QR1: kills fell ' . $aimed{$_} . ': ' . ($all{aimed}{$_} // 0) for sort keys %aimed;
done_testing;
