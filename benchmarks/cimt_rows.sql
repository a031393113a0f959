-- Rows of the shape and skew of Statistics Canada's CIMT: the same for the same numbers, drawn without a table.

-- hash(i, k) is alike for neighbouring k: one number is hashed instead.
create or replace macro drawn_bits(i, k) as (hash(i::bigint * 32 + k));

create or replace macro chance(i, k) as ((drawn_bits(i, k) >> 11) / 9007199254740992.0);

create or replace macro ranked(names, i, k, skew) as (
    names[1 + floor(len(names) * pow(chance(i, k), skew))::integer]
);

create or replace macro provinces() as (
    ['ON', 'QC', 'BC', 'AB', 'MB', 'SK', 'NB', 'NS', 'NL', 'PE', 'YT', 'NT', 'NU']
);

create or replace macro states() as (
    [
        'MI', 'CA', 'NY', 'IL', 'TX', 'OH', 'PA', 'WA', 'MN', 'IN', 'NJ', 'WI', 'NC', 'MA', 'GA', 'FL', 'TN', 'KY',
        'MO', 'VA', 'CT', 'IA', 'OR', 'AL', 'SC', 'KS', 'MD', 'LA', 'AZ', 'CO', 'OK', 'NH', 'ME', 'VT', 'NE', 'UT',
        'AR', 'MS', 'ND', 'RI', 'DE', 'ID', 'NV', 'SD', 'MT', 'WV', 'WY', 'AK', 'NM', 'HI', 'DC'
    ]
);

-- One row per line of trade; `partners` holds all countries but the United States, the largest first.
create or replace macro trade(rows, partners, only_flow, only_year) as table (
    with drawn as (
        select
            range as i,
            coalesce(
                only_flow,
                case
                    when chance(range, 1) < 0.6 then 'imports'
                    when chance(range, 1) < 0.8 then 'domestic_exports'
                    else 'total_exports'
                end
            ) as flow,
            coalesce(only_year, 1988 + floor(39 * pow(chance(range, 2), 0.72))::integer) as year,
            1 + floor(12 * chance(range, 3))::integer as month,
            if(chance(range, 4) < 0.6, 'US', ranked(partners, range, 5, 2.5)) as country,
            floor(98 * pow(chance(range, 6), 1.8))::integer as chapter_rank,
            floor(160 * pow(chance(range, 7), 1.5))::integer as product_rank,
            floor(pow(10, 1 + 5.5 * chance(range, 8)))::bigint as value_cad
        from range(rows)
    ),

    coded as (
        select
            *,
            1 + (chapter_rank * 37 + 83) % 98 as chapter,
            drawn_bits(chapter_rank * 1000 + product_rank, 11) % 100000000 as suffix,
            chance(chapter_rank * 1000 + product_rank, 12) as measured
        from drawn
    )

    select
        flow,
        year,
        make_date(year, month, 1) as month,
        lpad((if(chapter >= 77, chapter + 1, chapter))::varchar, 2, '0')
        || lpad(if(flow = 'imports', suffix, suffix // 100)::varchar, if(flow = 'imports', 8, 6), '0') as hs_code,
        country,
        if(flow = 'total_exports', null, ranked(provinces(), i, 9, 2.5)) as province,
        if(country = 'US', ranked(states(), i, 10, 1.8), null) as state,
        value_cad,
        if(measured < 0.38, 0, round(value_cad / (1 + 400 * measured), 0)) as quantity,
        if(measured < 0.38, 'N/A', ['NMB', 'KGM', 'TNE', 'MTQ', 'LTR'][1 + (suffix % 5)::integer]) as unit
    from coded
);
