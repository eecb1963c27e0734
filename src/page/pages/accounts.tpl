<h1>{{#_}}Accounts{{/_}}</h1>
<p class="v-lead v-gap-3">{{#_}}Everybody who can sign in. Choose a person to give or take the role of an official.{{/_}}</p>
<form class="v-search v-gap-5" action="{{ACTION}}" method="post" role="search"><input type="hidden" name="form_secret" value="{{FORM_SECRET}}"><div class="ds-field"><label class="ds-label" for="q">{{#_}}A part of the name or the e-mail address{{/_}}</label><input class="ds-input" id="q" name="q" type="text" value="{{SOUGHT}}" autocomplete="off"></div><button class="ds-button" data-variant="secondary" type="submit">{{#_}}Search{{/_}}</button></form>
{{#NONE}}<p class="v-text v-gap-5">{{#_}}Nobody was found. Try a shorter part of the name.{{/_}}</p>{{/NONE}}
{{#TABLE}}<table class="v-table v-fold v-gap-5"><caption class="ds-sr-only">{{#_}}Accounts{{/_}}</caption><thead><tr><th scope="col">{{#_}}Name{{/_}}</th><th scope="col">{{#_}}E-mail address{{/_}}</th><th scope="col">{{#_}}Organisation{{/_}}</th><th scope="col">{{#_}}Role{{/_}}</th></tr></thead>
<tbody>{{#ROW}}<tr><th scope="row"><a href="{{ADDRESS}}">{{NAME}}</a></th><td data-is="{{#_}}E-mail address{{/_}}">{{EMAIL}}</td><td data-is="{{#_}}Organisation{{/_}}">{{ORGANISATION}}</td><td data-is="{{#_}}Role{{/_}}">{{ROLE}}</td></tr>{{/ROW}}</tbody></table>
{{#MORE}}<p class="v-more"><a href="{{ADDRESS}}" rel="next">{{#_}}Next page{{/_}}</a></p>{{/MORE}}{{/TABLE}}
{{#NARROW_IT}}<p class="v-meta v-gap-4">{{TEXT}}</p>{{/NARROW_IT}}
